/** All revisions of a project. */
export function RevisionsPage() {
  return <div className="screen" />;
}
