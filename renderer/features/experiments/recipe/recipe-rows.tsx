import { useId, useRef, useState } from "react";
import type { Group } from "../../../../shared/plan/fields.ts";
import { ChevronRight } from "../../../components/icons.tsx";
import { Powers } from "../../../components/powers.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { faultsUnder } from "../../../fields/fault-at.ts";
import { figuresOf, sweepFigures } from "../live-figures.ts";
import { effectiveFields, groupPath, hasExamples, levelsOf, levelWords, nearestLevel, type Where } from "./levels.ts";
import { RecipeEditor } from "./recipe-editor.tsx";
import { hardwareWords, modelWords, trainingWords } from "./recipe-words.ts";
import { isWithoutModel } from "./run-kind.ts";
import "./recipe.css";

interface RecipeRowsProps {
  readonly where: Where;
  /** The group that is open at the start. */
  readonly openFirst: string | null;
}

/** What is trained, how, and on what, each in one line, with the level that says so; pressed, it is edited in place. */
export function RecipeRows({ where, openFirst }: RecipeRowsProps) {
  const [open, setOpen] = useState<string | null>(openFirst);
  const [{ tree }] = usePlan();
  // Work that is stated in hours has no model, whatever the farther levels say of one.
  const withoutModel = isWithoutModel(effectiveFields(tree, where, "training"));
  const groups: readonly Group[] = withoutModel ? ["training", "hardware"] : ["model", "training", "hardware"];
  return (
    <div className="recipes">
      {groups.map((group) => (
        <RecipeRow
          key={group}
          group={group}
          where={where}
          isOpen={open === group}
          onToggle={() => setOpen(open === group ? null : group)}
        />
      ))}
    </div>
  );
}

interface RecipeRowProps {
  readonly group: Group;
  readonly where: Where;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function RecipeRow({ group, where, isOpen, onToggle }: RecipeRowProps) {
  const [{ tree, live, faults }] = usePlan();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const level = nearestLevel(tree, where, group);
  const index = figuresOf(live, tree, where.experiment)?.index ?? -1;
  const items = sweepFigures(live, index, where.sweep)?.items ?? null;
  const fields = effectiveFields(tree, where, group);
  const faultCount = levelsOf(where).reduce((sum, one) => sum + faultsUnder(faults, groupPath(one, where, group)), 0);
  const words = () => {
    switch (group) {
      case "model":
        return modelWords(fields);
      case "training":
        return trainingWords(tree, fields, hasExamples(effectiveFields(tree, where, "model")), items);
      case "hardware":
        return hardwareWords(tree, fields, cardName);
    }
  };
  return (
    <div className={isOpen ? "recipe is-open" : "recipe"}>
      <button
        ref={button}
        type="button"
        className="recipe-open"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
      >
        <span className="recipe-group">{group}</span>
        <span className="recipe-words">
          <Powers text={words()} />
          {faultCount > 0 && (
            <span className="fault-count"> {faultCount === 1 ? "1 fault" : `${faultCount} faults`}</span>
          )}
        </span>
        <span className="recipe-level">
          {levelWords[level]} <ChevronRight size={12} />
        </span>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc shuts what the button opened
        <div
          id={id}
          className="recipe-editor"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            onToggle();
            button.current?.focus();
          }}
        >
          <RecipeEditor group={group} where={where} firstLevel={level} />
        </div>
      )}
    </div>
  );
}

const names = new Map(catalogue.accelerators.map(({ id, name }) => [id, name]));
const cardName = (id: string): string => names.get(id) ?? id;
