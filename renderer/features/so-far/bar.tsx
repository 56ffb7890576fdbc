import Button from "@mui/material/Button";
import { type ReactNode, useState } from "react";
import { rangeWords } from "../../../shared/sheet/headline.ts";
import { ChevronDown } from "../../components/icons.tsx";
import { Powers } from "../../components/powers.tsx";
import type { LastChange } from "../../editing/plan-state.ts";
import type { Units } from "./amounts.ts";
import { changeDetails, totalChange } from "./change-words.ts";
import { CardHours, Operations } from "./main-figures.tsx";
import { Panel } from "./panel.tsx";
import { RentalCost } from "./rental-cost.tsx";
import type { FiguresSoFar } from "./use-figures.ts";

interface BarProps extends FiguresSoFar {
  readonly id: string;
  readonly units: Units;
  readonly change: ReactNode;
  readonly lastChange: LastChange | null;
  readonly note: ReactNode;
}

/** The four figures that matter in a row at the foot of the window; everything else on a tap. */
export function Bar(props: BarProps) {
  const { figures, units, lastChange, note } = props;
  const [isOpen, setOpen] = useState(false);
  const { total, ranges } = figures;
  return (
    <>
      {isOpen && (
        <div className="so-far-all" id="so-far-all">
          <Panel {...props} />
        </div>
      )}
      <div className="so-far-row">
        <h2>So far</h2>
        {note}
        <dl>
          <div>
            <dt>Rental cost</dt>
            <dd>
              <strong>
                <RentalCost figures={figures} />
              </strong>
              {ranges !== null && (
                <span className="so-far-words">
                  <Powers text={rangeWords(ranges.total.cost, total.cost)} />
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>Card-hours</dt>
            <dd>
              <CardHours figures={figures} />
            </dd>
          </div>
          <div>
            <dt>Operations</dt>
            <dd>
              <Operations figures={figures} units={units} />
            </dd>
          </div>
          {lastChange !== null && lastChange.difference !== null && (
            <div className="so-far-row-change">
              <dt>Last change</dt>
              <dd>
                {totalChange(lastChange.difference)}{" "}
                <span className="so-far-words">{changeDetails(lastChange.difference)}</span>
              </dd>
            </div>
          )}
        </dl>
        <Button
          aria-expanded={isOpen}
          aria-controls={isOpen ? "so-far-all" : undefined}
          onClick={() => setOpen(!isOpen)}
          endIcon={<ChevronDown />}
          className="so-far-toggle"
        >
          {isOpen ? "Fewer figures" : "All figures"}
        </Button>
      </div>
    </>
  );
}
