/** Title, funder, date and currency of a plan, and what else belongs to the whole. */
export function ProjectStep() {
  return <div className="screen" />;
}
