import type { ReactNode } from "react";
import { isWidthTable } from "../../../../shared/hardware/width-table.ts";
import type { Group } from "../../../../shared/plan/fields.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect, type SelectOption } from "../../../fields/plan-select.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { fieldText, treeValue } from "../../../fields/tree-value.ts";
import { plain, removeField } from "../edits.ts";
import { countOf } from "../sweep/run-count.ts";
import { useEditable } from "../use-editable.ts";
import { effectiveFields, groupPath, LEVELS, type Level, levelsOf, levelWords, type Where } from "./levels.ts";

export interface LevelProps {
  readonly where: Where;
  readonly level: Level;
}

interface LevelFieldProps extends LevelProps {
  readonly group: Group;
  readonly field: string;
  readonly label: string;
  readonly kind: "number" | "quantity" | "text" | "choice";
  readonly options?: readonly SelectOption[];
  readonly unit?: string;
  readonly exponent?: number;
  /** What holds when no level states it: "4", "as heads". */
  readonly otherwise?: string;
  readonly help?: string;
}

/** A field at one level: its own value there, or, in grey, the one that a farther level gives it. */
export function LevelField({ where, level, group, field, kind, otherwise, options = [], ...frame }: LevelFieldProps) {
  const [{ tree }] = usePlan();
  const path = [...groupPath(level, where, group), field];
  const far = inherited(tree, where, level, group, field);
  const words = far === null ? (otherwise ?? "not stated") : `${inheritedText(tree, far.value, frame.exponent)}`;
  const placeholder = far === null ? words : `${words}, ${levelWords[far.level]}`;
  const common = { path, label: frame.label, optional: true, placeholder };
  const about = {
    ...(frame.help === undefined ? {} : { help: frame.help }),
    ...(frame.unit === undefined ? {} : { unit: frame.unit }),
  };
  const exponent = frame.exponent === undefined ? {} : { exponent: frame.exponent };
  return (
    <div className="level-field">
      {kind === "number" && <PlanNumber {...common} {...about} {...exponent} />}
      {kind === "quantity" && <PlanQuantity {...common} {...about} {...exponent} />}
      {kind === "text" && <PlanText {...common} {...about} />}
      {kind === "choice" && <PlanSelect path={path} label={frame.label} none={placeholder} options={options} />}
      <UseFarther where={where} level={level} group={group} fields={[field]} label={frame.label} />
    </div>
  );
}

interface UseFartherProps extends LevelProps {
  readonly group: Group;
  readonly fields: readonly string[];
  readonly label: string;
}

/** Takes a level's own value out, so that the farther level's holds again. */
export function UseFarther({ where, level, group, fields, label }: UseFartherProps) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const path = groupPath(level, where, group);
  const stated = fields.filter((field) => treeValue(tree, [...path, field]) !== undefined);
  const [first] = stated;
  if (level === "plan" || first === undefined || !isEditable) return null;
  const from = fields.flatMap((field) => inherited(tree, where, level, group, field) ?? [])[0]?.level ?? "plan";
  const whose = from === "experiment" ? "the experiment’s" : "the plan’s";
  return (
    <button
      type="button"
      className="text-button use-farther"
      aria-label={`Use ${whose} ${label.toLowerCase()}`}
      onClick={() => editor.edit(removeField(tree, path, first))}
    >
      Use {whose}
    </button>
  );
}

/** The value that the levels farther than `level` give a field. */
export function inherited(
  tree: unknown,
  where: Where,
  level: Level,
  group: Group,
  field: string,
): { readonly value: unknown; readonly level: Level } | null {
  const farther = levelsOf(where)
    .filter((one) => LEVELS.indexOf(one) < LEVELS.indexOf(level))
    .at(-1);
  const stated = farther === undefined ? undefined : effectiveFields(tree, where, group, farther)[field];
  const from = stated === undefined ? undefined : LEVELS[stated.nearness];
  return stated === undefined || from === undefined ? null : { value: stated.value, level: from };
}

function inheritedText(tree: unknown, value: unknown, exponent = 0): string {
  const count = countOf(tree, value);
  const shown = (one: number) => exact(Number((one / 10 ** exponent).toPrecision(12)));
  if (isWidthTable(value)) return "by width";
  if (count === null) return fieldText(value);
  return count.low === count.high ? shown(count.likely) : `${shown(count.low)} to ${shown(count.high)}`;
}

interface WaysProps extends LevelProps {
  readonly group: Group;
  readonly label: string;
  /** Fields that say one thing, each in another way. */
  readonly ways: readonly { readonly field: string; readonly words: string; readonly start: unknown }[];
  readonly children: (way: string) => ReactNode;
}

/** Several ways to say one thing: which one is taken at this level, and its field. */
export function Ways({ where, level, group, label, ways, children }: WaysProps) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const path = groupPath(level, where, group);
  const effective = effectiveFields(tree, where, group, level);
  const way = ways.find(({ field }) => effective[field] !== undefined)?.field ?? ways[0]?.field ?? "";
  return (
    <div className="ways">
      <label className="ways-choice">
        <span>{label}</span>
        <select
          value={way}
          disabled={!isEditable}
          onChange={({ currentTarget: { value: to } }) => {
            const start = ways.find(({ field }) => field === to)?.start;
            const stated = ways.filter(({ field }) => field !== to && treeValue(tree, [...path, field]) !== undefined);
            editor.edit([
              ...stated.map(({ field }) => ({ op: "remove" as const, path: [...path, field] })),
              { op: "set", path: [...path, to], value: plain(start) },
            ]);
          }}
        >
          {ways.map(({ field, words }) => (
            <option key={field} value={field}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {children(way)}
    </div>
  );
}
