import Button from "@mui/material/Button";
import { useMemo, useState } from "react";
import { likelyValues } from "../../../shared/estimate/amounts.ts";
import { speedOf } from "../../../shared/estimate/class-estimate.ts";
import { impliedUtilisation } from "../../../shared/hardware/achieved-speed.ts";
import { slugOf } from "../../../shared/lib/slug.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { shareText } from "../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../shared/sheet/text/card-name.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { Plus } from "../../components/icons.tsx";
import { Later } from "../../components/later.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { useComparison } from "../../estimating/comparison/use-comparison.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import { withoutKey } from "../../fields/without-key.ts";
import { today } from "../../library/today.ts";
import { goToPlan, useRoute } from "../../navigation/router.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { ComparisonPanel } from "./comparison/comparison-panel.tsx";
import { deadlineOf, isOffer, offersById } from "./comparison/offers.ts";
import { ExchangeRates } from "./exchange-rates.tsx";
import { LibraryPicker } from "./pickers/library-picker.tsx";
import { RatePicker } from "./pickers/rate-picker.tsx";
import { examplePurchase, purchasesOf } from "./rent-or-buy/purchases.ts";
import { RentOrBuy } from "./rent-or-buy/rent-or-buy.tsx";
import { choiceWords, chooseQuote } from "./rows/choose-quote.ts";
import { addEdits } from "./rows/quote-edits.ts";
import { quoteRows } from "./rows/quote-rows.ts";
import { QuoteTable } from "./rows/quote-table.tsx";
import { StorageFields } from "./storage-fields.tsx";
import "./quote-step.css";

type Picking = { readonly of: "library" } | { readonly of: "rates"; readonly replaces: number | null };

/** What a card-hour costs: the plan's prices beside each other, and the one that it is costed by. */
export function QuoteStep() {
  const [{ id, tree, text, live, isStale, readOnly, isReadable }, editor] = usePlan();
  const [day] = useState(today);
  const { staleAfterDays } = useSettings();
  const rows = quoteRows(tree, live, catalogue, day, staleAfterDays);
  const currency = fieldText(treeValue(tree, ["currency"])) || "USD";
  const [opened, setOpened] = useOpenedQuote();
  const [picking, setPicking] = useState<Picking | null>(null);
  const [isWeighing, setIsWeighing] = useState(false);
  // Words of a choice go with the next change: what they say is then no longer what happened last.
  const [said, setSaid] = useState<{ readonly of: string; readonly words: string } | null>(null);
  const isFixed = readOnly !== null || !isReadable;
  const { last, failure } = useComparison(live?.resolved ?? null);
  const offers = useMemo(() => (last === null ? new Map() : offersById(last.plan, last.compared)), [last]);
  const known = rows.map(({ id }) => offers.get(id)).filter(isOffer);

  const add = (value: Readonly<Record<string, PlainValue>>, title: string) => {
    const id = slugOf(
      title,
      rows.map((row) => row.id),
      "quote",
    );
    editor.edit(addEdits(rows, { id, ...value }));
    setOpened(rows.length);
    setPicking(null);
  };

  const choiceOf = (index: number) => chooseQuote({ tree, live, rows, accelerators: catalogue.accelerators }, index);
  const choose = (index: number) => {
    const choice = choiceOf(index);
    const before = live?.estimated.withReruns.cost;
    if (choice === null || before === undefined) return;
    editor.edit(choice.edits);
    const { live: now, isStale: isFaulty, text: chosen } = editor.state();
    const after = isFaulty ? undefined : now?.estimated.withReruns.cost;
    const cost = after === undefined ? null : { before, after };
    setSaid({ of: chosen, words: choiceWords(rows[index]?.title ?? "", choice.card, cost, currency) });
  };

  if (isWeighing) {
    return (
      <div className="screen quote-step" data-place="quotes">
        <RentOrBuy
          purchases={purchasesOf(tree, currency)}
          currency={currency}
          isFixed={isFixed}
          onAdd={() => {
            const title = "Own nodes, 8 × 8";
            const taken = rows.map((row) => row.id);
            editor.edit(addEdits(rows, { id: slugOf(title, taken, "quote"), title, ...examplePurchase }));
          }}
          onClose={() => setIsWeighing(false)}
        />
      </div>
    );
  }
  return (
    <div className={isStale ? "screen quote-step quote-step-stale" : "screen quote-step"} data-place="quotes">
      <div className="screen-head">
        <h2>Quotes</h2>
        <p className="quote-step-note">{live === null ? "" : pricedAt(live, rows.length)}</p>
        <div className="quote-step-actions">
          <Button disabled={isFixed} onClick={() => setPicking({ of: "library" })}>
            From my library
          </Button>
          <Button disabled={isFixed} onClick={() => setPicking({ of: "rates", replaces: null })}>
            From the rates
          </Button>
          <Button onClick={() => setIsWeighing(true)}>Rent or buy</Button>
          <Button onClick={() => goToPlan(id, "fit")}>Fit to a sum</Button>
          <Button disabled={isFixed} startIcon={<Plus />} onClick={() => add({ title: "", price: "" }, "")}>
            Quote
          </Button>
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="quote-step-none">
          This plan has no price yet. Type one, take one of your library, or a rate that a provider has published.
        </p>
      ) : (
        <QuoteTable
          rows={rows}
          offers={offers}
          currency={currency}
          staleAfterDays={staleAfterDays}
          opened={opened}
          isFixed={isFixed}
          onOpen={setOpened}
          choiceOf={choiceOf}
          onChoose={choose}
          onChooseRate={(index) => setPicking({ of: "rates", replaces: index })}
        />
      )}
      <p className="quote-said" role="status">
        {said?.of === text ? said.words : ""}
      </p>
      {failure !== null && (
        <p className="quote-step-none" role="alert">
          The quotes could not be compared: {failure}
        </p>
      )}
      <Later>
        {known.length > 0 && last !== null && (
          <ComparisonPanel
            offers={known}
            deadline={deadlineOf(last.plan, known)}
            currency={currency}
            isFixed={isFixed}
            old={rows.flatMap(({ title, date, isOld }) => (isOld && date !== null ? [{ title, date }] : []))}
            cardChangeOf={({ id }) => choiceOf(rows.findIndex((row) => row.id === id))?.card ?? null}
            canUse={({ id }) => choiceOf(rows.findIndex((row) => row.id === id)) !== null}
            onUse={({ id }) => choose(rows.findIndex((row) => row.id === id))}
          />
        )}
      </Later>
      <ExchangeRates
        currency={currency}
        quoted={rows.flatMap(({ native }) => (native === null ? [] : [native.currency]))}
        isFixed={isFixed}
      />
      <StorageFields isFixed={isFixed} />
      <p className="quote-step-foot">
        The plan is costed by its headline. The other quotes are on the sheet beside it: the same work at each. A total
        has the work that is done again in it; cards that a quote does not price stay at their own.
      </p>
      {picking?.of === "library" && (
        <LibraryPicker
          currency={currency}
          taken={rows.map(({ id }) => id)}
          onPick={(value) => {
            editor.edit(addEdits(rows, value));
            setOpened(rows.length);
            setPicking(null);
          }}
          onClose={() => setPicking(null)}
        />
      )}
      {picking?.of === "rates" && (
        <RatePicker
          currency={currency}
          card={live?.resolved.cards[0]?.accelerator.id ?? null}
          onPick={(rate, term) => {
            const stated = { rate: rate.id, ...(term === "onDemand" ? {} : { term }) };
            if (picking.replaces === null) return add(stated, `${rate.provider} ${rate.accelerator}`);
            const path = ["quotes", picking.replaces];
            editor.edit([
              { op: "set", path: [...path, "rate"], value: rate.id },
              ...(term === "onDemand"
                ? withoutKey(tree, [...path, "term"])
                : [{ op: "set", path: [...path, "term"], value: term } as const]),
            ]);
            setPicking(null);
          }}
          onClose={() => setPicking(null)}
        />
      )}
    </div>
  );
}

/** The quote whose fields are open: the one that the address names, else the one that was pressed. */
function useOpenedQuote(): readonly [number | null, (index: number | null) => void] {
  const route = useRoute();
  const place = route.kind === "plan" ? route.place : null;
  const named = /^quotes\[(\d+)\]/.exec(place ?? "")?.[1];
  const [opened, setOpened] = useState<number | null>(named === undefined ? null : Number(named));
  const [seen, setSeen] = useState(place);
  if (place !== seen) {
    setSeen(place);
    if (named !== undefined) setOpened(Number(named));
  }
  return [opened, setOpened];
}

/** "3 prices, PF-days at 35.4 % of the dense bf16 peak of H100" */
function pricedAt({ resolved }: OpenedPlan, count: number): string {
  const [card, ...others] = resolved.cards;
  if (card === undefined) return "";
  const prices = counted(count, "price");
  if (others.length > 0) return `${prices}, PF-days at the plan’s own speed of each card`;
  const speed = speedOf(card, likelyValues(resolved));
  if (speed === null) return prices;
  const share = impliedUtilisation(speed, card.densePeak);
  const name = shortCardName(card.accelerator.name, card.accelerator.vendor);
  return `${prices}, PF-days at ${shareText(share)} of the dense ${card.format} peak of ${name}`;
}
