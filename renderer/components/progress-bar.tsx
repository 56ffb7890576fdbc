import "./progress-bar.css";

interface ProgressBarProps {
  /** What is going on, for those who cannot see it beside the words. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** What it does and how far it is. */
  readonly children: string;
}

/** How far long work is. */
export function ProgressBar({ label, done, total, children }: ProgressBarProps) {
  return (
    <div className="progress">
      <span className="progress-words tabular" role="status">
        {children}
      </span>
      <progress aria-label={label} value={done} max={Math.max(1, total)} />
    </div>
  );
}
