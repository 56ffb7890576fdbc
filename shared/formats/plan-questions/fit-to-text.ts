/** How a plan gets under a sum, for a terminal. */

import { cutWords } from "../../estimate/fit-to-sum/cut-words.ts";
import type { Fitted, Proposal } from "../../estimate/fit-to-sum/fitted.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { moneyPlaces } from "../../sheet/footing.ts";
import { countText, shareText } from "../../sheet/text/amounts.ts";
import { chargeWords, cutScope, lostWords } from "../../sheet/text/cut-words.ts";
import { plural } from "../../units/format/counted.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import { printable } from "../terminal/style.ts";
import { wrap, wrapHanging } from "../terminal/wrap.ts";
import { textTable } from "./text-table.ts";

/** Further cuts save too little to be read one by one. */
const MOST_CUTS = 20;

/** The total against the ceiling, a proposal, the cuts by what they save, and the study at parts of its cost. */
export function fitToText(plan: ResolvedPlan, answer: Fitted, width: number): string {
  const { total, cuts, proposal, smaller } = answer;
  const places = moneyPlaces(total);
  const money = (amount: number) => `${fixed(amount, places)} ${plan.currency}`;
  const over = total - proposal.ceiling;
  return [
    `${plan.budget === undefined ? "Total" : "Computing"} ${money(total)}, ceiling ${money(proposal.ceiling)}: ${over > 0 ? `${money(over)} too much` : `${money(-over)} to spare`}.`,
    ...(plan.budget === undefined ? [] : wrap(budgetWords(plan, proposal.ceiling), width)),
    "",
    ...(over > 0
      ? [
          ...(proposal.reduced === null ? [] : ["A proposal, of as few cuts as are enough:"]),
          ...proposalLines(plan, proposal, width, money),
        ]
      : ["Nothing has to go.", ...chanceLine(proposal)]),
    ...(cuts.length === 0
      ? []
      : [
          "",
          ...textTable(
            [
              { title: "What could go", align: "left" },
              { title: "Where", align: "left" },
              {
                title: `Saves${answer.savesOf === "used" && answer.charging.length > 0 ? " of use" : ""}, ${plan.currency}`,
                align: "right",
              },
              { title: "Of the total", align: "right" },
              { title: "Runs", align: "right" },
            ],
            cuts
              .slice(0, MOST_CUTS)
              .map((one) => [
                printable(cutWords(plan, one.cut)),
                printable(cutScope(plan, one)),
                fixed(one.saves, places),
                shareText(one.saves / total),
                countText(one.runs),
              ]),
          ),
          ...(cuts.length > MOST_CUTS ? [`${exact(cuts.length - MOST_CUTS)} more save less.`] : []),
          answer.savesOf === "used"
            ? "Each saves so much by itself; two cuts of the same runs save less than both."
            : "Each saves so much by itself; two together may save less than both, or more.",
        ]),
    ...chargeWords(answer).flatMap((words) => wrap(printable(words), width)),
    ...smaller.flatMap((one) => [
      "",
      `The study at ${shareText(one.share)} of its cost, ${money(one.ceiling)}:`,
      ...proposalLines(plan, one, width, money),
    ]),
    "",
  ].join("\n");
}

/** What the ceiling of computing is beside the one that the plan states for its budget. */
function budgetWords({ ceiling, currency, budget }: ResolvedPlan, ofComputing: number): string {
  if (ceiling === null) return "The ceiling is of computing alone.";
  const whole = `the plan’s ceiling of ${fixed(ceiling, moneyPlaces(ceiling))} ${currency} for ${budget?.ceilingKind === "direct" ? "direct costs" : "the whole request"}`;
  return ofComputing === 0
    ? `The budget’s other lines and indirect costs leave nothing of ${whole}.`
    : `The ceiling is of computing alone, not ${whole}.`;
}

function proposalLines(
  plan: ResolvedPlan,
  proposal: Proposal,
  width: number,
  money: (amount: number) => string,
): string[] {
  const { reduced } = proposal;
  if (reduced === null) return ["  No cuts of this plan are enough."];
  if (reduced.cuts.length === 0) return ["  Nothing has to go.", ...chanceLine(proposal)];
  const text = (words: string) => wrapHanging(" ", printable(words), width, 2);
  return [
    ...text(`Without ${reduced.cuts.map((cut) => cutWords(plan, cut)).join("; ")}.`),
    ...text(
      `Comes to ${money(reduced.computing)} for ${countText(reduced.estimate.withReruns.runs)} ${plural(reduced.estimate.withReruns.runs, "run")}.`,
    ),
    ...text(`Lost: ${lostWords(reduced)}`),
    ...chanceLine(proposal),
  ];
}

const chanceLine = ({ chance }: Proposal): string[] =>
  chance === null ? [] : [`  Chance of staying under it, all ranges drawn: ${shareText(chance)}.`];
