/** Experiments and their sweeps. */
export function ExperimentsStep() {
  return <div className="screen" />;
}
