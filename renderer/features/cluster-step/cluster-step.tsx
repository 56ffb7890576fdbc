/** The clusters that the work may be spread over. */
export function ClusterStep() {
  return <div className="screen" />;
}
