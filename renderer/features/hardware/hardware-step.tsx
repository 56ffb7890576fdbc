/** Which card the plan's runs use, and how fast it is. */
export function HardwareStep() {
  return <div className="screen" />;
}
