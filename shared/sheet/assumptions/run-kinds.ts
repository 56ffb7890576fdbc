/** Assumptions about what runs do that is not plain training of all weights: what is frozen, what reads, what writes. */
import { amountAt } from "../../estimate/amounts.ts";
import type { ResolvedPlan, ResolvedWork, RunClass } from "../../plan/resolved.ts";
import { DEFAULT_RUN_KIND, RUN_KIND_WORDS, RUN_KINDS, type RunKind } from "../../training/run-kind.ts";
import { LORA_LINEARS, type LoraLinear } from "../../training/training-fields.ts";
import type { Work } from "../../training/work.ts";
import { counted, plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import type { RichText } from "../sheet.ts";
import { readCount, shareText, stated } from "../text/amounts.ts";
import { capital, listed } from "../text/words.ts";

/** The kinds of the runs of an experiment, in the order of the list of kinds. */
export function kindsOf(classes: readonly RunClass[]): RunKind[] {
  const found = new Set(classes.map(({ training: { work } }) => work?.recipe.kind ?? DEFAULT_RUN_KIND));
  return RUN_KINDS.filter((kind) => found.has(kind));
}

/** Whether a reader has to be told of kinds at all. */
export const hasKinds = ({ classes }: Pick<ResolvedPlan, "classes">): boolean =>
  classes.some(({ training }) => training.work !== undefined);

/** One sentence for each way in which the plan's runs do something else; adapters of several ranks share one. */
export function kindAssumptions({ plan, values }: SheetContext): RichText[] {
  const ranks = new Map<string, Set<number>>();
  const texts = plan.classes.flatMap(({ training: { work } }) => {
    if (work === undefined) return [];
    const { recipe } = work;
    const text = `${capital(RUN_KIND_WORDS[recipe.kind])}: ${workWords(recipe)}${writing(work, values)}.`;
    if ("rank" in recipe) ranks.set(text, (ranks.get(text) ?? new Set()).add(recipe.rank));
    return [text];
  });
  return [...new Set(texts)].map((text) => {
    const found = [...(ranks.get(text) ?? [])].sort((a, b) => a - b).map((rank) => exact(rank));
    return [text.replace(RANKS, `${plural(found.length, "rank")} ${listed(found)}`)];
  });
}

/** Stands for the ranks that adapters of one kind have in the plan. */
const RANKS = "{ranks}";

function workWords(work: Work): string {
  switch (work.kind) {
    case "fineTuning":
      return work.frozenLayers === 0
        ? "all weights are trained, at three times the forward pass"
        : `${below(work.frozenLayers)}; the rest is trained, at three times the forward pass`;
    case "lora":
    case "qlora": {
      const on =
        work.targets.length === LORA_LINEARS.length
          ? "on every linear map"
          : `on ${listed(work.targets.map((one) => LINEAR_WORDS[one]))}`;
      const where = work.frozenLayers === 0 ? "" : `; ${below(work.frozenLayers)}`;
      const bits =
        work.kind === "qlora"
          ? "; 4-bit weights are turned back for every use, which is in the utilisation and adds no FLOP"
          : "";
      return `adapters of ${RANKS} ${on} are trained; a frozen matrix counts twice its forward pass, attention and adapters three times theirs${where}${bits}`;
    }
    case "distillation":
      return `a teacher of ${readCount(work.teacherParameters)} active parameters reads every token, at 2 FLOP a parameter, and the student is trained on it`;
    case "rollouts":
      return rolloutWords(work);
    case "evaluation":
      return work.shots === 0
        ? "forward passes only"
        : `forward passes only, with ${counted(work.shots, "example")} of the same length before each prompt`;
    case "inference":
      return "forward passes only, of tokens read and written";
    case "dataPreparation":
    case "interactive":
      return "card-hours as stated; no operations are counted";
  }
}

function rolloutWords({
  epochs,
  reference,
  old,
  rewardParameters,
  criticParameters,
}: Extract<Work, { kind: "rollouts" }>): string {
  const readers = [
    ...(reference ? ["by a reference model of its size"] : []),
    ...(old ? ["once more for its old log-probabilities"] : []),
    ...(rewardParameters === 0 ? [] : [`by a reward model of ${readCount(rewardParameters)} parameters`]),
    ...(criticParameters === 0 ? [] : [`by a critic of ${readCount(criticParameters)}, which is trained, too`]),
  ];
  const read = readers.length === 0 ? "" : `, read ${listed(readers)}`;
  return `every token is written by the model${read}, and trained on ${epochs === 1 ? "once" : `${stated(epochs)} ${plural(epochs, "time")}`}`;
}

/** How fast tokens are written, and which part of all they are. */
function writing({ generation }: ResolvedWork, values: readonly number[]): string {
  if (generation === null) return "";
  const part = generation.share === 1 ? "" : `, ${shareText(generation.share)} of all,`;
  return `; tokens that are written${part} take their own time, at ${stated(amountAt(generation.tokensPerSecond, values))} a second and card`;
}

const below = (frozenLayers: number): string =>
  `the first ${frozenLayers === 1 ? "block is" : `${exact(frozenLayers)} blocks are`} frozen and ${frozenLayers === 1 ? "has" : "have"} no backward pass`;

const LINEAR_WORDS: Readonly<Record<LoraLinear, string>> = {
  queries: "queries",
  keys: "keys",
  values: "values",
  attentionOutput: "attention output",
  feedForward: "feed-forward",
};
