import { Powers } from "../../components/powers.tsx";
import type { LastChange } from "../../editing/plan-state.ts";
import { changeDetails, totalChange } from "./change-words.ts";

interface LastChangeViewProps {
  readonly change: LastChange;
  /** Null where it cannot be taken back. */
  readonly onUndo: (() => void) | null;
}

/** What the last change did: its words, the difference that it made, and where. */
export function LastChangeView({ change: { words, where, difference }, onUndo }: LastChangeViewProps) {
  return (
    <section className="so-far-change" aria-labelledby="so-far-change">
      <div className="so-far-part-head">
        <h3 id="so-far-change">Last change</h3>
        {onUndo !== null && (
          <button type="button" className="so-far-link" onClick={onUndo}>
            Undo
          </button>
        )}
      </div>
      <p>
        <Powers text={words} />
      </p>
      {difference !== null && (
        <p>
          <strong className="so-far-difference">{totalChange(difference)}</strong>{" "}
          <span className="so-far-details">{changeDetails(difference)}</span>
        </p>
      )}
      {where !== null && <p className="so-far-details">{where}</p>}
    </section>
  );
}
