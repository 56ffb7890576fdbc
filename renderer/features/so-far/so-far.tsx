import { read } from "../../../shared/sheet/text/amounts.ts";
import { useMedia } from "../../components/use-media.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { Announcement } from "./announcement.tsx";
import { Bar } from "./bar.tsx";
import { FaultsNote } from "./faults-note.tsx";
import { LastChangeView } from "./last-change-view.tsx";
import { Panel } from "./panel.tsx";
import { useFigures } from "./use-figures.ts";
import "./so-far.css";

/** Below this there is no room for a column beside the step: 200 % zoom on most screens, too. */
const NARROW = "(max-width: 1199px)";

export interface SoFarProps {
  /** The step needs the whole width, however wide the window is. */
  readonly asBar: boolean;
}

/** What the plan comes to so far, beside every step; a bar below it where there is no room. */
export function SoFar({ asBar }: SoFarProps) {
  const [{ id, live, isStale, faults, lastChange, canUndo }, editor] = usePlan();
  const isNarrow = useMedia(NARROW);
  const isBar = isNarrow || asBar;
  const soFar = useFigures(live);
  const units = useSettings();
  const classes = ["so-far", isBar ? "so-far-bar" : "so-far-panel", ...(isStale ? ["so-far-stale"] : [])].join(" ");
  const note = isStale ? <FaultsNote id={id} faults={faults} hasFigures={soFar !== null} /> : null;
  const change =
    lastChange === null ? null : <LastChangeView change={lastChange} onUndo={canUndo ? editor.undo : null} />;

  return (
    <aside className={classes} aria-label="So far">
      {soFar !== null && <Announcement text={announced(soFar.figures, isStale)} />}
      {soFar !== null && isBar ? (
        <Bar id={id} {...soFar} units={units} change={change} lastChange={lastChange} note={note} />
      ) : (
        <>
          <div className="so-far-head">
            <h2>So far</h2>
            {note ?? (soFar?.figures.inDoubt === true && <span>every range at likely</span>)}
          </div>
          {soFar !== null && <Panel id={id} {...soFar} units={units} change={change} />}
        </>
      )}
    </aside>
  );
}

type Figures = NonNullable<ReturnType<typeof useFigures>>["figures"];

/** "So far 12.9 M USD"; a text with faults changes no total. */
const announced = ({ total, plan }: Figures, isStale: boolean): string =>
  isStale
    ? "The plan has faults: the figures are those of the last valid plan"
    : `So far ${read(total.cost)} ${plan.currency}`;
