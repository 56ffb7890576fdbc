/** Table 2: the models, what one run of each takes, and what all its runs cost. */
import { byModel, withoutModel } from "../../estimate/breakdown.ts";
import { trainingFlopOf } from "../../estimate/class-estimate.ts";
import { sumTotals } from "../../estimate/totals.ts";
import type { Totals } from "../../estimate/types.ts";
import { itemsOf } from "../../models/shape.ts";
import { counted } from "../../units/format/counted.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { readable } from "../../units/format/readable.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import { identityOf, type ModelIdentity, SHAPE_TITLES, transformersOf } from "../model-identity.ts";
import type { Cell, Column, RichText, Section } from "../sheet.ts";
import { powerOfTen, readableRich } from "../text/rich-text.ts";
import { type Recipe, recipesOf } from "../text/training-words.ts";
import { capital } from "../text/words.ts";
import { base } from "./base.ts";
import { bodyOf, footingColumn, type Line, rerunsLine, shareColumn } from "./lines.ts";

/** With more models than these the least dear ones share a line. */
const MOST_ROWS = 120;
/** With more recipes than these their card-hours stand in one column, from smallest to largest. */
const MOST_RECIPES = 2;
/** With names, so many numbers beside them. */
const MOST_NUMBERS_BESIDE_NAMES = 2;
const MOST_NUMBERS = 3;

/** What a column says of every model, before the numbers that add up. */
interface ModelColumn {
  readonly head: Column;
  readonly of: (model: number) => Cell;
}

export function modelsTable(context: SheetContext): Section {
  const { plan } = context;
  const own = [
    ...identityColumns(context),
    parametersColumn(context),
    ...activeColumn(context),
    ...flopColumns(context),
    ...hoursColumns(context),
  ];
  const lines = [...modelLines(context, own), ...rerunsLine(context, own.length)];
  const columns = [
    footingColumn(context, lines, "runs"),
    footingColumn(context, lines, "cost"),
    shareColumn(context, lines),
  ];
  const { rows, total } = bodyOf(lines, columns, [cell.words("Total"), ...own.slice(1).map(() => cell.empty)]);
  return {
    ...base(context, "models", {
      title: plan.models.length === 1 ? "The model." : "The models.",
      subtitle: scope(context),
      outline: plan.models.length === 1 ? "the model" : "models",
    }),
    kind: "table",
    table: {
      columns: [...own.map((column) => column.head), ...columns.map(({ head }) => withoutBar(head))],
      rows,
      total: lines.length > 1 ? total : null,
    },
    notes: [],
  };
}

const withoutBar = ({ bar: _, ...head }: Column): Column => head;

function modelLines(context: SheetContext, own: readonly ModelColumn[]): Line[] {
  const { plan, estimate, basis } = context;
  const models = byModel(plan, estimate);
  const dearest = [...models].sort((a, b) => b.totals[basis.measure] - a.totals[basis.measure]);
  const kept = new Set(models.length > MOST_ROWS ? dearest.slice(0, MOST_ROWS - 1) : models);
  const rest = models.filter((one) => !kept.has(one));
  const lines = models.flatMap((one): Line[] =>
    kept.has(one)
      ? [
          {
            lead: own.map((column) => column.of(one.model)),
            totals: one.totals,
            figure: (measure) =>
              measure === "runs" || measure === "cost" || measure === "share"
                ? { of: "model", model: one.model, measure }
                : null,
          },
        ]
      : [],
  );
  const gathered = (words: string, totals: Totals, figure: Line["figure"] = () => null): Line => ({
    lead: [cell.muted(words), ...own.slice(1).map(() => cell.empty)],
    totals,
    figure,
  });
  const ofWithout: Line["figure"] = (measure) =>
    measure === "runs" || measure === "cost" || measure === "share" ? { of: "withoutModel", measure } : null;
  const others = sumTotals(rest.map((one) => one.totals));
  const without = withoutModel(plan, estimate);
  return [
    ...lines,
    ...(rest.length === 0 ? [] : [gathered(counted(rest.length, "other model"), others)]),
    ...(without === null ? [] : [gathered("Work without a model", without, ofWithout)]),
  ];
}

function identityColumns({ plan }: SheetContext): ModelColumn[] {
  const { named, telling }: ModelIdentity = identityOf(plan.models);
  const numbers = telling.slice(0, named ? MOST_NUMBERS_BESIDE_NAMES : MOST_NUMBERS);
  return [
    ...(named
      ? [
          {
            head: { key: "model", title: "Model", unit: "", align: "left" } as const,
            of: (model: number) => cell.words(capital(plan.models[model]?.label ?? "")),
          },
        ]
      : []),
    ...numbers.map(
      (field, index): ModelColumn => ({
        // The first column names the row, and names stand left.
        head: { key: field, title: SHAPE_TITLES[field], unit: "", align: index === 0 && !named ? "left" : "right" },
        of: (model) => {
          const shape = plan.models[model]?.shape;
          return shape?.kind === "transformer"
            ? cell.number(exact(shape[field]), shape[field], exact(shape[field]), null)
            : cell.empty;
        },
      }),
    ),
  ];
}

function parametersColumn({ counts }: SheetContext): ModelColumn {
  return {
    head: { key: "parameters", title: "Parameters", unit: "", align: "right" },
    of: (model) => {
      const total = counts[model]?.total ?? 0;
      return cell.number(readableRich(readable(total)), total, `${exact(total)} parameters`, {
        of: "model",
        model,
        measure: "parameters",
      });
    },
  };
}

/** What takes part in a token, where that is less for some model than all. */
function activeColumn({ counts }: SheetContext): ModelColumn[] {
  if (counts.every(({ total, active }) => active === total)) return [];
  const head: Column = { key: "activeParameters", title: "Active", unit: "parameters", align: "right" };
  const of = (model: number) => {
    const active = counts[model]?.active ?? 0;
    return cell.number(readableRich(readable(active)), active, `${exact(active)} parameters`, {
      of: "model",
      model,
      measure: "activeParameters",
    });
  };
  return [{ head, of }];
}

/** FLOP a token as a part of 6·N, N what is active of it; FLOP an example for models whose items are examples. */
function flopColumns({ plan, counts }: SheetContext): ModelColumn[] {
  const items = new Set(plan.models.map(({ shape }) => itemsOf(shape)));
  const itemsOfModel = (model: number) => (plan.models[model] === undefined ? null : itemsOf(plan.models[model].shape));
  // The operations of a token grow with the sequence that it is trained in; the first is the one that is explained.
  const flopPerItem = (model: number): readonly number[] => [
    ...new Set(
      plan.classes.flatMap((one) => (one.model === model ? [trainingFlopOf(plan, one, plan.convention)] : [])),
    ),
  ];
  const ratio: ModelColumn = {
    head: { key: "sixNdRatio", title: "FLOP a token", unit: "÷ 6N, %", align: "right" },
    of: (model) => {
      const flops = flopPerItem(model);
      const [flop] = flops;
      const count = counts[model]?.active;
      if (itemsOfModel(model) !== "tokens" || flop === undefined || count === undefined) return cell.empty;
      const value = flop / (6 * count);
      const [least, most] = [Math.min(...flops) / (6 * count), Math.max(...flops) / (6 * count)];
      const isOne = percent(least) === percent(most);
      const text = isOne ? percent(value) : `${percent(least)}–${percent(most)}`;
      const full = least === most ? exact(value * 100) : `${exact(least * 100)} to ${exact(most * 100)}`;
      const shown = cell.number(text, value * 100, `${full} %`, { of: "model", model, measure: "sixNdRatio" });
      return isOne ? shown : asRange(shown);
    },
  };
  const perExample: ModelColumn = {
    head: { key: "flopPerExample", title: "FLOP", unit: "an example", align: "right" },
    of: (model) => {
      const [flop] = flopPerItem(model);
      if (itemsOfModel(model) !== "examples" || flop === undefined) return cell.empty;
      return cell.number(powerOfTen(flop), flop, `${exact(flop)} FLOP`, { of: "model", model, measure: "flopPerItem" });
    },
  };
  return [...(items.has("tokens") ? [ratio] : []), ...(items.has("examples") ? [perExample] : [])];
}

/** Two ends are no number: an export has them as they read. */
const asRange = (cell: Cell): Cell => ({ ...cell, value: null });

/** Card-hours of one full-length run, a column for each recipe. */
function hoursColumns({ plan, estimate }: SheetContext): ModelColumn[] {
  const recipes = recipesOf(
    plan.classes,
    plan.cards.map((card) => card.accelerator.name),
  );
  const column = (key: string, unit: string, has: Recipe["has"]): ModelColumn => ({
    head: { key, title: "Card-hours a run", unit, align: "decimal" },
    of: (model) => {
      const found = plan.classes.flatMap((runClass, index) =>
        runClass.model === model && has(runClass)
          ? [{ index, hours: estimate.classes[index]?.cardHoursPerRun ?? 0 }]
          : [],
      );
      const sorted = found.sort((a, b) => a.hours - b.hours || a.index - b.index);
      const [least, most] = [sorted[0], sorted.at(-1)];
      if (least === undefined || most === undefined) return cell.muted("not run");
      const same = most.hours <= least.hours * (1 + 1e-9);
      const text: RichText = same
        ? cell.plain(least.hours)
        : [...cell.plain(least.hours), "–", ...cell.plain(most.hours)];
      const full = same ? exact(least.hours) : `${exact(least.hours)} to ${exact(most.hours)}`;
      const shown = cell.number(text, most.hours, `${full} card-hours`, {
        of: "class",
        runClass: most.index,
        measure: "cardHoursPerRun",
      });
      return same ? shown : asRange(shown);
    },
  });
  if (recipes.length > MOST_RECIPES) return [column("cardHoursPerRun", "by recipe", () => true)];
  return recipes.map((recipe, index) => column(`cardHoursPerRun${index + 1}`, recipe.title, recipe.has));
}

/** What all models have in common: "8 layers, heads of 128, context 512, vocabulary 32,101; N counts embeddings." */
function scope({ plan }: SheetContext): string {
  const shapes = transformersOf(plan.models);
  if (shapes.length === 0) {
    const listed = plan.models.every(({ shape }) => shape.kind === "layers");
    return listed ? "Counted layer by layer." : "Counts as published.";
  }
  const only = (values: readonly (number | null)[]): number | null => {
    const [value, ...others] = [...new Set(values)];
    return value === undefined || others.length > 0 ? null : value;
  };
  const common = (field: "layers" | "width" | "heads" | "headSize" | "vocabulary") =>
    only(shapes.map((one) => one[field]));
  const sequence = only(
    plan.classes.flatMap(({ training, model }) =>
      model !== null && plan.models[model]?.shape.kind === "transformer" && training.work?.generation == null
        ? [training.sequence]
        : [],
    ),
  );
  const [layers, width, heads, headSize, vocabulary] = [
    common("layers"),
    common("width"),
    common("heads"),
    common("headSize"),
    common("vocabulary"),
  ];
  const facts = [
    ...(layers === null ? [] : [counted(layers, "layer")]),
    ...(width === null ? [] : [`width ${exact(width)}`]),
    ...(headSize === null
      ? []
      : [heads === null ? `heads of ${exact(headSize)}` : `${counted(heads, "head")} of ${exact(headSize)}`]),
    ...(sequence === null ? [] : [`context ${exact(sequence)}`]),
    ...(vocabulary === null ? [] : [`vocabulary ${exact(vocabulary)}`]),
  ];
  return facts.length === 0 ? "N counts embeddings." : `${capital(facts.join(", "))}; N counts embeddings.`;
}
