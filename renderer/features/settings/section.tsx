import { type ReactNode, useId } from "react";

/** A part of the settings under its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  /** What it does, where its name does not say it. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A setting: its name, its control, and what it does. */
export function Row({ label, note, children }: RowProps) {
  return (
    <div className="settings-row">
      <span className="settings-label">{label}</span>
      <div className="settings-control">
        {children}
        {note !== undefined && <p className="settings-note">{note}</p>}
      </div>
    </div>
  );
}
