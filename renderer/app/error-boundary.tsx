import { Component, type ReactNode } from "react";
import { keptText } from "./kept-text.ts";
import "./message-page.css";

interface State {
  readonly error: Error | null;
}

/** A defect of the program ends here: it is named, and the plan's text is given back. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const kept = keptText();
    return (
      <main className="message-page">
        <h1>This screen has a defect</h1>
        <p>
          It stopped with “{error.message}”.{" "}
          {kept === null ? "No plan was open." : "Your plan is whole: its text is below."}
        </p>
        {kept !== null && (
          <label>
            {kept.name}
            <textarea className="mono" readOnly value={kept.text} onFocus={(event) => event.target.select()} />
          </label>
        )}
        <p>
          Copy the text if you changed it, then <a href="/">open Flopsheet again</a>.
        </p>
      </main>
    );
  }
}
