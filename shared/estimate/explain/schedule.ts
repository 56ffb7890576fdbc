/** Times of a plan on a cluster: scheduled, with failures, the least that any schedule takes, and what is used and idle. */

import { goodput } from "../../cluster/goodput.ts";
import type { Policy } from "../../cluster/policy.ts";
import { runHours } from "../../cluster/run-hours.ts";
import type { ResolvedCluster } from "../../plan/resolved.ts";
import { MINUTES_PER_HOUR } from "../../units/constants.ts";
import { counted } from "../../units/format/counted.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact, fixed, percent } from "../../units/format/exact.ts";
import { amountAt } from "../amounts.ts";
import type { Figure, ScheduleMeasure } from "../figure.ts";
import { allocationOf } from "../schedule/allocation.ts";
import { CARD_MTBF_SOURCE } from "../schedule/card-mtbf-source.ts";
import { clusterCards } from "../schedule/cluster-cards.ts";
import type { ClusterSchedule } from "../schedule/cluster-schedule.ts";
import { bindingWords } from "../schedule/words.ts";
import type { Trace, TraceInput } from "../trace.ts";
import { at, type Context, rangeNote, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, minus, num, over, plus, sym, times, words } from "./formula.ts";
import { clusterHoursInput, grantedInput } from "./time-and-energy.ts";

const LIST_SCHEDULING = "list scheduling of moldable jobs (Turek et al. 1992; Ludwig and Tiwari 1994)";

/** @throws UnknownFigureError before the schedules are there, and for an allocation that the cluster does not have */
export function explainSchedule(
  context: Context,
  schedules: readonly ClusterSchedule[] | null,
  index: number,
  measure: ScheduleMeasure,
): Trace {
  if (schedules === null) throw new UnknownFigureError("the schedules are still being computed");
  const of: Of = { context, index, timed: at(schedules, index, "cluster") };
  switch (measure) {
    case "scheduledHours":
      return scheduledTime(of);
    case "expectedHours":
      return expectedTime(of);
    case "lowerBoundHours":
      return lowerBound(of);
    case "utilisation":
      return utilisation(of);
    case "idleCardHours":
      return idle(of);
    case "allocation":
      return allocation(of);
  }
}

interface Of {
  readonly context: Context;
  readonly index: number;
  readonly timed: ClusterSchedule;
}

const figureOf = ({ index }: Of, measure: ScheduleMeasure): Figure => ({ of: "schedule", cluster: index, measure });

const POLICY_WORDS: Readonly<Record<Policy, string>> = {
  shortest: "Whatever ends soonest: several orders are tried, and the shortest schedule is kept.",
  priority: "The experiments in the order of the plan: an earlier one never waits for a later one.",
  sequence: "One experiment after another: each starts when the one before it has ended.",
};

function scheduledTime(of: Of): Trace {
  const { context, timed } = of;
  const { scheduled, policy, cluster } = timed;
  const added = scheduled.hours - scheduled.lowerBoundHours;
  return {
    title: `Scheduled time on ${clusterCards(cluster)}`,
    value: scheduled.hours,
    unit: "h",
    formula: equal(sym("t", "s"), plus(sym("T", "*"), sym("w"))),
    substituted: equal(
      sym("t", "s"),
      plus(num(scheduled.lowerBoundHours, "h"), num(added, "h")),
      num(scheduled.hours, "h"),
    ),
    formulaSource: LIST_SCHEDULING,
    inputs: [
      boundInput(of),
      input(
        "w",
        "Waiting that the schedule adds",
        added,
        "h",
        `at most ${percent(share(added, scheduled.hours))} % of it could be saved`,
      ),
      idealInput(of),
      grantedInput(context, of.index),
      nodeInput(of),
      ...runInputs(of),
    ],
    terms: [],
    notes: [
      { title: "Policy", text: POLICY_WORDS[policy] },
      { title: "What binds", text: `${bindingWords(context.plan, timed)}.` },
      ...sizeNote(of),
      ...infeasibleNote(of),
      {
        title: "Hours",
        text: "Hours in which the cluster can be used: hours a week and waiting in the queue are in the dates, and not in these.",
      },
    ],
  };
}

function expectedTime(of: Of): Trace {
  const { timed } = of;
  const { scheduled, expected, cluster } = timed;
  const added = expected.hours - scheduled.hours;
  return {
    title: `Time with failures on ${clusterCards(cluster)}`,
    value: expected.hours,
    unit: "h",
    formula: equal(sym("t", "f"), plus(sym("t", "s"), sym("f"))),
    substituted: equal(sym("t", "f"), plus(num(scheduled.hours, "h"), num(added, "h")), num(expected.hours, "h")),
    formulaSource: "goodput at the best interval between checkpoints (Daly, FGCS 22, 2006)",
    inputs: [
      input("t_s", "Scheduled time", scheduled.hours, "h", null, figureOf(of, "scheduledHours")),
      input("f", "What checkpoints, failures and restarts add", added, "h", null),
      ...reliabilityInputs(of),
    ],
    terms: [],
    notes: [
      {
        title: "Goodput",
        text: "Each run is as much longer as its goodput is below 1: τ ÷ (M·e^(R/M)·(e^((τ+δ)/M) − 1)), with M the MTBF of one card ÷ the cards of the run, δ a checkpoint, R a restart, τ the best interval between checkpoints. The longer runs are scheduled anew.",
      },
      ...mtbfNote(of),
      ...largestRunNote(of),
      ...infeasibleNote(of),
    ],
  };
}

function lowerBound(of: Of): Trace {
  const { context, timed } = of;
  const { scheduled, cluster, idealHours } = timed;
  const rest = scheduled.lowerBoundHours - idealHours;
  const isWork = scheduled.feasible && Math.abs(rest) <= 1e-9 * scheduled.lowerBoundHours;
  return {
    title: `Least time on ${clusterCards(cluster)}`,
    value: scheduled.lowerBoundHours,
    unit: "h",
    formula: equal(
      sym("T", "*"),
      words("the longest of: work ÷ cards, one run, a path of experiments, runs that may not go on at once"),
    ),
    substituted: equal(sym("T", "*"), num(scheduled.lowerBoundHours, "h")),
    formulaSource: "lower bounds of any schedule (Turek et al. 1992)",
    inputs: [clusterHoursInput(context, of.index), grantedInput(context, of.index), idealInput(of), nodeInput(of)],
    terms: [],
    notes: [
      {
        title: "What it is",
        text: isWork
          ? "Work ÷ cards is the longest of them here: the ideal time."
          : "Longer than the ideal time: the fewest cards of a run in whole nodes, one run on the most cards that it can use, or the order of the experiments take more.",
      },
      ...infeasibleNote(of),
    ],
  };
}

function utilisation(of: Of): Trace {
  const { scheduled, granted, cluster } = of.timed;
  const value = scheduled.utilisation * 100;
  return {
    title: `In use on ${clusterCards(cluster)}`,
    value,
    unit: "%",
    formula: equal(sym("u"), over(sym("B"), times(sym("cards"), sym("t", "s")))),
    substituted: equal(
      sym("u"),
      scheduled.hours === 0
        ? num(0)
        : over(num(scheduled.busyCardHours, "card-hours"), times(num(granted, "cards"), num(scheduled.hours, "h"))),
      num(value, "%"),
    ),
    formulaSource: "card-hours that runs hold ÷ card-hours until the last run ends",
    inputs: [busyInput(of), grantedInput(of.context, of.index), scheduledInput(of)],
    terms: [],
    notes: [...sizeNote(of), ...infeasibleNote(of)],
  };
}

function idle(of: Of): Trace {
  const { scheduled, granted, cluster } = of.timed;
  return {
    title: `Idle on ${clusterCards(cluster)}`,
    value: scheduled.idleCardHours,
    unit: "card-hours",
    formula: equal(sym("I"), minus(times(sym("cards"), sym("t", "s")), sym("B"))),
    substituted: equal(
      sym("I"),
      minus(group(times(num(granted, "cards"), num(scheduled.hours, "h"))), num(scheduled.busyCardHours, "card-hours")),
      num(scheduled.idleCardHours, "card-hours"),
    ),
    formulaSource: "card-hours until the last run ends, less those that runs hold",
    inputs: [grantedInput(of.context, of.index), scheduledInput(of), busyInput(of)],
    terms: [],
    notes: [
      {
        title: "Who pays",
        text: "Where a cluster is rented as a whole until the last run ends, these hours are paid too.",
      },
      ...sizeNote(of),
      ...infeasibleNote(of),
    ],
  };
}

function allocation(of: Of): Trace {
  const { index, timed } = of;
  const { allocation: stated } = timed.cluster;
  const asked = allocationOf(timed);
  if (stated === null || asked === null) throw new UnknownFigureError(`cluster ${index} counts no allocation`);
  const perNode = stated.per === "nodeHour";
  const unit = perNode ? "node-hours" : "card-hours";
  return {
    title: `Allocation on ${clusterCards(timed.cluster)}`,
    value: asked.units,
    unit: stated.unit,
    formula: equal(sym("A"), times(sym("H"), sym("r"))),
    substituted: equal(sym("A"), times(num(asked.hours, unit), num(stated.rate)), num(asked.units, stated.unit)),
    formulaSource: `${unit} held by runs, failures included, × the rate of the centre`,
    inputs: [
      input(
        "H",
        perNode ? "Node-hours" : "Card-hours",
        asked.hours,
        unit,
        perNode
          ? "whole nodes for each kind of runs at work, failures and restarts included"
          : "failures and restarts included",
      ),
      {
        ...input("r", `${stated.unit} for a ${perNode ? "node-hour" : "card-hour"}`, stated.rate, "", null),
        source: STATED,
        place: `clusters[${index}].allocation`,
      },
    ],
    terms: asked.quarters.map(({ quarter, units }) => ({ name: quarter, value: units, figure: null })),
    notes: infeasibleNote(of),
  };
}

const THIS = "this schedule";

const input = (
  symbol: string,
  name: string,
  value: number,
  unit: string,
  note: string | null,
  figure: Figure | null = null,
): TraceInput => ({ symbol, name, value, unit, note, source: THIS, date: null, figure, place: null });

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const boundInput = (of: Of): TraceInput =>
  input(
    "T_*",
    "Least time of any schedule",
    of.timed.scheduled.lowerBoundHours,
    "h",
    null,
    figureOf(of, "lowerBoundHours"),
  );

const scheduledInput = (of: Of): TraceInput =>
  input("t_s", "Scheduled time", of.timed.scheduled.hours, "h", null, figureOf(of, "scheduledHours"));

const busyInput = ({ timed }: Of): TraceInput =>
  input(
    "B",
    "Card-hours that runs hold",
    timed.scheduled.busyCardHours,
    "card-hours",
    "whole nodes where a run is larger than one",
  );

const idealInput = ({ context, index }: Of): TraceInput =>
  input("", "Ideal time", at(context.estimated.idealHours, index, "cluster"), "h", "card-hours ÷ cards", {
    of: "cluster",
    cluster: index,
  });

function nodeInput({ index, timed }: Of): TraceInput {
  const { cardsPerNode, stated } = timed.cluster;
  return {
    ...input("", "Cards per node", cardsPerNode, "cards", "a run above one node takes whole ones"),
    source: stated.includes("cardsPerNode") ? STATED : "the usual node of this card",
    place: `clusters[${index}].cardsPerNode`,
  };
}

/** Fewest and most cards over all runs, with how they are known. */
function runInputs({ timed }: Of): TraceInput[] {
  const { jobs, jobsOf } = timed.workload;
  const known = jobsOf.flatMap(({ cards }, index) => {
    const job = jobs[index];
    return cards.min === null || job === undefined ? [] : [{ min: job.minCards, max: job.maxCards, cards }];
  });
  if (known.length === 0) return [];
  const ways = new Set(known.map(({ cards }) => MIN_WORDS[cards.minBy.kind]));
  const ends = new Set(known.map(({ cards }) => MAX_WORDS[cards.maxBy]));
  const least = known.reduce((most, { min }) => Math.max(most, min), 0);
  const most = known.reduce((found, { max }) => Math.max(found, max), 0);
  return [
    input("", "Fewest cards of a run, at the most", least, "cards", [...ways].join("; ")),
    input("", "Most cards of a run, at the most", most, "cards", [...ends].join("; ")),
  ];
}

const MIN_WORDS = {
  stated: "stated",
  hours: "of stated hours, the cards beside them",
  memory: "by memory",
  unknown: "1, or one group of the layout, where memory is not known",
} as const;

const MAX_WORDS = {
  stated: "stated",
  hours: "of stated hours, the cards beside them",
  batch: "a card for each micro-batch of a step and part of the model",
  unknown: "all of the cluster, where no batch is stated",
  minCards: "as many as it needs at least",
} as const;

function reliabilityInputs({ context, index, timed: { cluster } }: Of): TraceInput[] {
  const minutes = (field: "checkpointWriteMinutes" | "restartMinutes", symbol: string, name: string): TraceInput => ({
    ...input(symbol, name, cluster[field], "min", "of runs that state no time of their own"),
    source: cluster.stated.includes(field) ? STATED : "assumed where nothing is stated",
    place: `clusters[${index}].${field}`,
  });
  const isStated = cluster.stated.includes("cardMtbfHours");
  return [
    {
      ...input(
        "",
        "Mean time between failures of one card",
        amountAt(cluster.cardMtbfHours, context.values),
        "h",
        null,
      ),
      note: isStated ? rangeNote(context, cluster.cardMtbfHours.input) : CARD_MTBF_SOURCE.note,
      source: isStated ? sourceOf(context, cluster) : CARD_MTBF_SOURCE.text,
      date: isStated ? null : CARD_MTBF_SOURCE.date,
      place: `clusters[${index}].cardMtbfHours`,
    },
    minutes("checkpointWriteMinutes", "δ", "Writing a checkpoint"),
    minutes("restartMinutes", "R", "From a failure until the run goes on"),
  ];
}

const sourceOf = ({ plan }: Context, { cardMtbfHours }: ResolvedCluster): string =>
  plan.inputs[cardMtbfHours.input ?? -1]?.source ?? STATED;

/** What the range of the MTBF comes to. */
function mtbfNote({ context, timed: { expectedRange, cluster } }: Of): Trace["notes"] {
  const range = context.plan.inputs[cluster.cardMtbfHours.input ?? -1];
  if (expectedRange === null || range === undefined) return [];
  const { atLowMtbf, atHighMtbf } = expectedRange;
  return [
    {
      title: "Where cards fail more or less often",
      text: `The MTBF is taken at its likely value. Where a card fails every ${exact(range.high)} h it is ${durationText(atHighMtbf)}, and where it fails every ${exact(range.low)} h ${durationText(atLowMtbf)}.`,
    },
  ];
}

/** How a run on the most cards fares. */
function largestRunNote({ context, timed }: Of): Trace["notes"] {
  const { expected, workload, cluster } = timed;
  const largest = expected.jobs.reduce(
    (found, job) => (job !== null && job.cardsPerRun > (found?.cardsPerRun ?? 0) ? job : found),
    null,
  );
  if (largest === null) return [];
  const job = workload.jobs[largest.job];
  if (job === undefined) return [];
  const own = job.checkpoint;
  // It holds whole nodes, and fails with the cards that it computes on.
  const cards = Math.min(largest.cardsPerRun, job.maxCards);
  const hours = runHours(job, cards, null);
  const mtbfHours = amountAt(cluster.cardMtbfHours, context.values) / cards;
  const writeHours = own?.writeHours ?? cluster.checkpointWriteMinutes / MINUTES_PER_HOUR;
  const restartHours = own?.restartHours ?? cluster.restartMinutes / MINUTES_PER_HOUR;
  const best = goodput({ mtbfHours, writeHours, restartHours, runHours: hours });
  const written =
    best.intervalHours < hours
      ? `a checkpoint after every ${counted(Math.round(best.intervalHours * MINUTES_PER_HOUR), "minute")} of work`
      : "one checkpoint, at its end,";
  return [
    {
      title: "The largest run",
      text: `A run of ${durationText(hours)} on ${counted(cards, "card")} fails every ${fixed(mtbfHours, 1)} h on the mean; with ${written} its goodput is ${fixed(best.goodput, 3)}.`,
    },
  ];
}

function sizeNote({ timed: { scheduled, granted } }: Of): Trace["notes"] {
  if (scheduled.cardsUsed >= granted || scheduled.hours === 0) return [];
  return [
    {
      title: "Cards left idle",
      text: `The best schedule found uses ${exact(scheduled.cardsUsed)} of the cards; the others idle until the end.`,
    },
  ];
}

function infeasibleNote({ timed: { infeasible } }: Of): Trace["notes"] {
  const [first] = infeasible;
  if (first === undefined) return [];
  return [
    {
      title: "Not every run can run here",
      text: `${exact(infeasible.length)} of the run classes cannot, and the times are those of the others. The first of them, ${first.id}: ${first.reason}`,
    },
  ];
}
