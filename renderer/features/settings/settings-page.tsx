/** What is set once for all projects. */
export function SettingsPage() {
  return <div className="screen" />;
}
