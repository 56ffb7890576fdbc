import { useEffect, useState } from "react";
import type { SavedSheetRow } from "../../../../shared/contract/methods/sheets.ts";
import { describeDifference } from "../../../../shared/plan/changes/describe-difference.ts";
import { exact, signed } from "../../../../shared/units/format/exact.ts";
import { readable, readableText } from "../../../../shared/units/format/readable.ts";
import { trueMinus, withPlus } from "../../../../shared/units/format/sign.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogueName } from "../../../estimating/catalogue-name.ts";
import { client } from "../../../host/client.ts";

/** What has changed since a sheet was saved, in figures and in words. */
export function SinceSheet({ row }: { readonly row: SavedSheetRow }) {
  const [{ id, text, live }] = usePlan();
  const [saved, setSaved] = useState<string | null>(null);
  const { number, revision, figures } = row;

  useEffect(() => {
    let gone = false;
    void client["projects.read"]({ id, revision }).then((reply) => {
      if (!gone && reply.ok) setSaved(reply.value.revision.text);
    });
    return () => {
      gone = true;
    };
  }, [id, revision]);

  if (live === null || figures === null) return null;
  const now = live.estimated.withReruns;
  const isSameCurrency = figures.currency === live.resolved.currency;
  const total = figures.total === null || !isSameCurrency ? null : now.cost - figures.total;
  return (
    <div className="since-sheet">
      <div className="since-sheet-head">
        <span>Since sheet {number}</span>
        <span>revision {revision}</span>
      </div>
      <dl>
        <dt>Total</dt>
        <dd title={total === null ? undefined : `${signed(total, 2)} ${figures.currency}`}>
          {total === null ? "other currency" : `${difference(total)} ${figures.currency}`}
        </dd>
        <dt>Card-hours</dt>
        <dd title={signed(now.cardHours - figures.cardHours, 2)}>{difference(now.cardHours - figures.cardHours)}</dd>
        <dt>Runs</dt>
        <dd>{withPlus(trueMinus(exact(now.runs - figures.runs)))}</dd>
      </dl>
      {saved !== null && (
        <p>{saved === text ? "Nothing changed." : `${describeDifference(saved, text, catalogueName).words}.`}</p>
      )}
    </div>
  );
}

/** A difference to read, with its sign: "+2.98 M", "−312 k", "0". */
const difference = (by: number): string => (by === 0 ? "0" : withPlus(trueMinus(readableText(readable(by)))));
