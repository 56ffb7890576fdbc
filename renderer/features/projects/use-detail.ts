/** What the panel shows of the selected row beyond the row itself. */
import { useEffect, useState } from "react";
import type { RevisionRow } from "../../../shared/contract/methods/projects.ts";
import { countParameters } from "../../../shared/models/count-parameters.ts";
import { readCount } from "../../../shared/sheet/text/amounts.ts";
import { cardsInWords } from "../../../shared/sheet/text/card-name.ts";
import { numberWord } from "../../../shared/sheet/text/words.ts";
import { EXAMPLE_TEMPLATE } from "../../documents/documents.ts";
import { readDraft } from "../../drafts/draft-store.ts";
import { evaluate } from "../../editing/evaluate.ts";
import type { OpenedPlan, PlanSource } from "../../estimating/opened-plan.ts";
import { client } from "../../host/client.ts";
import { EXAMPLE } from "../../navigation/router.ts";
import { type Band, bandOf } from "./band-parts.ts";
import type { Listed } from "./listed.ts";

export interface Detail {
  readonly id: string;
  /** "14 models of 9.79 M to 26.8 B parameters on H100 cards"; null for a plan with faults. */
  readonly subject: string | null;
  readonly band: Band | null;
  /** The largest cluster of the plan, and the hours that the work takes on it at best. */
  readonly fastest: { readonly cards: number; readonly hours: number } | null;
  /** The newest first; null for what is in no record. */
  readonly revisions: readonly RevisionRow[] | null;
  readonly trouble: string | null;
}

/** A held-down arrow passes many rows: only the one on which it rests is read. */
const REST_MS = 80;

/** Null until it is there. */
export function useDetail(row: Listed | null): Detail | null {
  const [detail, setDetail] = useState<Detail | null>(null);
  const { id, kind, revision, changedAt } = row ?? { id: null, kind: null, revision: null, changedAt: null };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or change is another detail
  useEffect(() => {
    if (id === null || kind === null) return;
    let isGone = false;
    const timer = setTimeout(() => {
      void read(id, kind).then((found) => {
        if (!isGone) setDetail(found);
      });
    }, REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, kind, revision, changedAt]);
  return detail !== null && detail.id === id ? detail : null;
}

async function read(id: string, kind: Listed["kind"]): Promise<Detail> {
  if (kind !== "project") {
    const source = (await readDraft(id)) ?? (id === EXAMPLE ? await example() : null);
    return source === null
      ? nothing(id, "This draft is no longer there.")
      : { ...detailOf(id, source), revisions: null };
  }
  const [project, revisions] = await Promise.all([
    client["projects.read"]({ id }),
    client["projects.revisions"]({ id }),
  ]);
  if (!project.ok) return nothing(id, project.error.message);
  return {
    ...detailOf(id, project.value.revision),
    revisions: revisions.ok ? revisions.value.revisions : [],
    trouble: revisions.ok ? null : revisions.error.message,
  };
}

async function example(): Promise<PlanSource | null> {
  const reply = await client["templates.read"]({ id: EXAMPLE_TEMPLATE });
  return reply.ok ? reply.value : null;
}

const nothing = (id: string, trouble: string): Detail => ({
  id,
  subject: null,
  band: null,
  fastest: null,
  revisions: null,
  trouble,
});

function detailOf(id: string, source: PlanSource): Detail {
  const { live } = evaluate({ name: source.name, text: source.text }, null);
  return live === null
    ? { ...nothing(id, ""), trouble: null }
    : {
        id,
        subject: subjectOf(live),
        band: experimentsOf(live),
        fastest: fastestOf(live),
        revisions: null,
        trouble: null,
      };
}

function subjectOf({ resolved }: OpenedPlan): string | null {
  const sizes = resolved.models.map(({ shape }) => countParameters(shape).total).sort((a, b) => a - b);
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const what = sizes.length === 1 ? "A model" : `${numberWord(sizes.length)} models`;
  const from = readCount(first) === readCount(last) ? "" : `${readCount(first)} to `;
  return `${what} of ${from}${readCount(last)} parameters on ${cardsInWords(resolved)}`;
}

function experimentsOf({ resolved, estimated }: OpenedPlan): Band | null {
  const measure = estimated.withReruns.cost > 0 ? "cost" : "cardHours";
  const amounts = resolved.experiments.map(({ title }, index) => ({
    title,
    amount: estimated.experiments[index]?.[measure] ?? 0,
  }));
  return bandOf(amounts, measure === "cost" ? "money" : "card-hours");
}

function fastestOf({ resolved, estimated }: OpenedPlan): Detail["fastest"] {
  const clusters = resolved.clusters.map(({ cards }, index) => ({ cards, hours: estimated.idealHours[index] ?? 0 }));
  return clusters.reduce<Detail["fastest"]>(
    (best, cluster) => (best === null || cluster.cards > best.cards ? cluster : best),
    null,
  );
}
