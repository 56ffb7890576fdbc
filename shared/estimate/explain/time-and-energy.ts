/** Speed of a card, ideal time on a cluster, electricity and CO2. */

import type { WidthPoint } from "../../hardware/width-table.ts";
import type { ResolvedCard } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { amountAt } from "../amounts.ts";
import { speedOf } from "../class-estimate.ts";
import { clusterCards } from "../schedule/cluster-cards.ts";
import { grantedCards } from "../schedule/on-cluster.ts";
import type { Formula, Trace, TraceInput } from "../trace.ts";
import { at, type Context, rangeNote, STATED, UnknownFigureError } from "./context.ts";
import { equal, num, over, sym, times } from "./formula.ts";

/** Card-hours of the whole plan as an input. */
export function cardHoursInput({ estimated }: Context): TraceInput {
  return {
    symbol: "C",
    name: "Card-hours of the plan",
    value: estimated.withReruns.cardHours,
    unit: "card-hours",
    note: null,
    source: "this estimate",
    date: null,
    figure: { of: "total", measure: "cardHours", stage: "withReruns" },
    place: null,
  };
}

/** Achieved FLOP/s of one card. */
export function explainSpeed(context: Context, index: number): Trace {
  const card = at(context.plan.cards, index, "card");
  const value = speedOf(card, context.values);
  if (value === null || card.speed.kind === "measured") {
    throw new UnknownFigureError(`card ${index} has a speed for each class of runs`);
  }
  const source = card.accelerator.sources.map((one) => one.title).join("; ");
  const peak: TraceInput = {
    symbol: "peak",
    name: `Dense ${card.format} peak of one ${card.accelerator.name}`,
    value: card.densePeak,
    unit: "FLOP/s",
    note: "without structured sparsity; datasheets also print twice this",
    source: source === "" ? STATED : source,
    date: card.accelerator.date,
    figure: null,
    place: card.places.accelerator,
  };
  const title = `Achieved speed of one ${card.accelerator.name}`;
  const base = { title, value, unit: "FLOP/s", terms: [] };
  if (card.speed.kind !== "achieved") {
    const utilisation = amountAt(card.speed.utilisation, context.values);
    return {
      ...base,
      formula: equal(sym("v"), times(sym("peak"), sym("u"))),
      substituted: equal(sym("v"), times(num(card.densePeak, "FLOP/s"), num(utilisation)), num(value, "FLOP/s")),
      formulaSource: "dense peak × model FLOP utilisation: Chowdhery et al. 2022",
      inputs: [
        peak,
        {
          symbol: "u",
          name: "Model FLOP utilisation",
          value: utilisation,
          unit: "",
          note: widthNote(card.speed) ?? rangeNote(context, card.speed.utilisation.input),
          source: card.speedSource ?? STATED,
          date: null,
          figure: null,
          place: card.places.speed,
        },
      ],
      notes: [
        ...(card.speedIsDefault
          ? [
              {
                title: "Not stated in the plan",
                text: "The plan states neither speed nor utilisation, so the sourced default stands in.",
              },
            ]
          : []),
        ...(card.speed.kind === "byWidth"
          ? [
              {
                title: "By width",
                text: "The plan states the utilisation as a table of widths: on a straight line in log width between two of them, and that of the nearest beyond its ends.",
              },
            ]
          : []),
      ],
    };
  }
  return {
    ...base,
    formula: equal(sym("v"), times(sym("peak"), sym("u"))),
    substituted: equal(
      sym("v"),
      times(num(card.densePeak, "FLOP/s"), num(value / card.densePeak)),
      num(value, "FLOP/s"),
    ),
    formulaSource: "stated as a speed; the utilisation follows from it",
    inputs: [
      {
        symbol: "v",
        name: "Achieved speed, stated",
        value,
        unit: "FLOP/s",
        note: rangeNote(context, card.speed.flopPerSecond.input),
        source: card.speedSource ?? STATED,
        date: null,
        figure: null,
        place: card.places.speed,
      },
      peak,
      {
        symbol: "u",
        name: "Model FLOP utilisation that this implies",
        value: value / card.densePeak,
        unit: "",
        note: `${percent(value / card.densePeak)} %`,
        source: "speed ÷ dense peak",
        date: null,
        figure: null,
        place: null,
      },
    ],
    notes:
      card.speed.carriedFrom === null
        ? []
        : [
            {
              title: "Carried over",
              text: `The speed was stated for ${card.speed.carriedFrom} and carries over as the utilisation that it implies there.`,
            },
          ],
  };
}

/** Where in the plan's table a utilisation stands: the points around the model's width. */
function widthNote(speed: ResolvedCard["speed"]): string | null {
  if (speed.kind !== "byWidth") return null;
  const { points, width } = speed;
  const stated = ({ width: at, utilisation }: WidthPoint) => `${percent(utilisation)} % at ${exact(at)}`;
  const above = points.find((point) => point.width >= width);
  const below = points.findLast((point) => point.width <= width);
  const at = `width ${exact(width)}`;
  if (above === undefined || below === undefined) {
    const end = above ?? below;
    return end === undefined ? at : `${at}, beyond the table, which ends with ${stated(end)}`;
  }
  return above === below ? `${at}, as the table states it` : `${at}, between ${stated(below)} and ${stated(above)}`;
}

/** Ideal time on one of the plan's clusters: an even division, which no real schedule reaches. */
export function explainIdealTime(context: Context, index: number): Trace {
  const cluster = at(context.plan.clusters, index, "cluster");
  const value = at(context.estimated.idealHours, index, "cluster");
  const granted = grantedCards(cluster);
  const hours = clusterHoursInput(context, index);
  return {
    title: `Ideal time on ${clusterCards(cluster)}`,
    value,
    unit: "h",
    formula: equal(sym("t"), over(sym("C"), sym("cards"))),
    substituted: equal(sym("t"), over(num(hours.value, "card-hours"), num(granted, "cards")), num(value, "h")),
    formulaSource: "card-hours ÷ cards",
    inputs: [hours, grantedInput(context, index)],
    terms: [],
    notes: [
      {
        title: "Ideal",
        text: "Every card is busy until the end and every run divides evenly. What really happens is longer: a schedule, and failures.",
      },
    ],
  };
}

/** Card-hours of the plan on the cards of a cluster. */
export function clusterHoursInput(context: Context, index: number): TraceInput {
  const { accelerator } = at(context.plan.clusters, index, "cluster");
  const own = cardHoursInput(context);
  if (accelerator === null) return own;
  const value = at(context.estimated.idealHours, index, "cluster") * grantedInput(context, index).value;
  return {
    ...own,
    name: `Card-hours of the plan on ${accelerator.name}`,
    value,
    note: "speeds carry over as the share of the dense peak that they are",
    figure: null,
    place: `clusters[${index}].accelerator`,
  };
}

/** Cards of a cluster that are granted. */
export function grantedInput(context: Context, index: number): TraceInput {
  const cluster = at(context.plan.clusters, index, "cluster");
  const { cards, share } = cluster;
  return {
    symbol: "cards",
    name: share === 1 ? "Cards of the cluster" : "Granted cards of the cluster",
    value: grantedCards(cluster),
    unit: "cards",
    note: share === 1 ? null : `${percent(share)} % of ${exact(cards)}`,
    source: STATED,
    date: null,
    figure: null,
    place: `clusters[${index}].${share === 1 ? "cards" : "share"}`,
  };
}

const WATTS_PER_KILOWATT = 1_000;

export type EnergyMeasure = "kilowattHours" | "kilogramsCO2e" | "byCard" | "byNode";

/** Electricity of the plan, or the CO2 of that electricity. */
export function explainEnergy(context: Context, measure: EnergyMeasure): Trace {
  const { plan, estimated } = context;
  const { energy } = plan;
  const value = estimated.energy[measure];
  if (energy === null || value === null) throw new UnknownFigureError(`the plan leaves ${measure} unknown`);
  const input = (
    symbol: string,
    name: string,
    amount: number,
    unit: string,
    source: string | null,
    place: string | null,
  ): TraceInput => ({
    symbol,
    name,
    value: amount,
    unit,
    note: null,
    source: source ?? STATED,
    date: null,
    figure: null,
    place,
  });
  if (measure === "kilogramsCO2e") {
    const { grid } = energy;
    if (grid === null) throw new UnknownFigureError("the plan names no grid");
    const used = estimated.energy.kilowattHours ?? 0;
    return {
      title: "Greenhouse gas of the electricity",
      value,
      unit: "kg CO2e",
      formula: equal(sym("m"), over(times(sym("E"), sym("I")), num(1_000, "g/kg"))),
      substituted: equal(
        sym("m"),
        over(times(num(used, "kWh"), num(grid.gramsPerKilowattHour, "g/kWh")), num(1_000, "g/kg")),
        num(value, "kg CO2e"),
      ),
      formulaSource: "Patterson et al. 2021, arXiv 2104.10350",
      inputs: [
        {
          ...input("E", "Electricity", used, "kWh", "this estimate", null),
          figure: { of: "energy", measure: "kilowattHours" },
        },
        {
          ...input(
            "I",
            `Grid intensity, ${grid.name}, ${grid.basis}-based`,
            grid.gramsPerKilowattHour,
            "g/kWh",
            grid.source,
            "energy.grid",
          ),
          date: grid.date,
        },
      ],
      terms: [],
      notes: [],
    };
  }
  const basis = measure === "kilowattHours" ? energy.basis : measure === "byCard" ? "card" : "node";
  const stated = basis === "card" ? energy.cardWatts : energy.nodeWatts;
  const cardHours = estimated.withReruns.cardHours;
  const work = (cardHours * energy.load * energy.pue) / WATTS_PER_KILOWATT;
  // Several kinds of card: the power that, drawn by each, would use as much.
  const watts = stated ?? (work === 0 ? 0 : value / work);
  const own = stated === null ? "Mean power of the plan's cards, each with its own TDP" : "Power of one card";
  const power = basis === "card" ? own : "Power of one card with its share of the node";
  const factors: Formula[] = [sym("C"), over(sym("W"), num(1_000, "W/kW")), sym("load"), sym("PUE")];
  const numbers: Formula[] = [
    num(cardHours, "card-hours"),
    over(num(watts, "W"), num(1_000, "W/kW")),
    num(energy.load),
    num(energy.pue),
  ];
  return {
    title: "Electricity",
    value,
    unit: "kWh",
    formula: equal(sym("E"), times(...factors)),
    substituted: equal(sym("E"), times(...numbers), num(value, "kWh")),
    formulaSource: "Patterson et al. 2021, arXiv 2104.10350",
    inputs: [
      cardHoursInput(context),
      input(
        "W",
        power,
        watts,
        "W",
        powerSource(context, basis),
        basis === "card" ? "energy.watts" : "energy.nodeWatts",
      ),
      input("load", "Mean load", energy.load, "of that power", energy.source, "energy.load"),
      input("PUE", "Power usage effectiveness of the site", energy.pue, "", energy.source, "energy.pue"),
    ],
    terms: [],
    notes: [],
  };
}

/** Who says how much power a card draws: its row of the catalogue where it is its own, else the plan. */
function powerSource({ plan: { energy, cards } }: Context, basis: "card" | "node"): string | null {
  if (energy === null || basis === "node") return energy?.source ?? null;
  const own = cards.filter(({ accelerator: { tdpWatts } }) => [null, tdpWatts].includes(energy.cardWatts));
  const sources = own.flatMap(({ accelerator }) => accelerator.sources.map((one) => one.title));
  return sources.length === 0 ? energy.source : [...new Set(sources)].join("; ");
}
