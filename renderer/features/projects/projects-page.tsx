/** All projects of the record and the drafts of this browser. */
export function ProjectsPage() {
  return <div className="screen" />;
}
