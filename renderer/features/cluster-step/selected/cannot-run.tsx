import Button from "@mui/material/Button";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { Warning } from "../../../components/icons.tsx";
import type { CannotRun } from "../../../estimating/schedule/messages.ts";

/** Named one by one; what is more is counted. */
const MOST = 8;

interface CannotRunListProps {
  readonly cannot: readonly CannotRun[];
  /** Cards of the smallest cluster that takes all of them; null where none does. */
  readonly enough: number | null;
  readonly isFixed: boolean;
  readonly onCards: (cards: number) => void;
  readonly onMemory: () => void;
}

/** The runs that this cluster cannot take, why, and what would change that. */
export function CannotRunList({ cannot, enough, isFixed, onCards, onMemory }: CannotRunListProps) {
  if (cannot.length === 0) return null;
  const runs = cannot.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="cannot-run" aria-label="Runs that cannot run here">
      <h3>
        <Warning /> {counted(runs, "run")} cannot run here; the times are those of the others
      </h3>
      <ul>
        {cannot.slice(0, MOST).map(({ id, count, reason, minimumCards }) => (
          <li key={id}>
            <strong>{id}</strong>, {counted(count, "run")}. {reason}{" "}
            {minimumCards === null
              ? "No cluster of these cards takes it."
              : `The smallest cluster that takes it has ${counted(minimumCards, "card")}.`}
          </li>
        ))}
        {cannot.length > MOST && <li>and {exact(cannot.length - MOST)} more kinds of runs</li>}
      </ul>
      <div className="cannot-run-ways">
        {enough !== null && (
          <Button disabled={isFixed} onClick={() => onCards(enough)}>
            Make it {counted(enough, "card")}
          </Button>
        )}
        <Button onClick={onMemory}>See what would make them fit</Button>
      </div>
    </section>
  );
}

/** Cards that take all of them; null where no number does, and where nothing lacks any. */
export function cardsEnough(cannot: readonly CannotRun[]): number | null {
  let most: number | null = null;
  for (const { minimumCards } of cannot) {
    if (minimumCards === null) return null;
    most = Math.max(most ?? 0, minimumCards);
  }
  return most;
}
