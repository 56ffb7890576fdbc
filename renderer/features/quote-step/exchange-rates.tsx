import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Bin } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { fieldText, treeItems, treeValue } from "../../fields/tree-value.ts";
import { today } from "../../library/today.ts";

interface ExchangeRatesProps {
  /** The plan's own. */
  readonly currency: string;
  /** Of the quotes; those without an exchange rate are offered. */
  readonly quoted: readonly string[];
  readonly isFixed: boolean;
}

/** What other currencies are worth: there where a quote is in one. */
export function ExchangeRates({ currency, quoted, isFixed }: ExchangeRatesProps) {
  const [{ tree }, editor] = usePlan();
  const rates = treeItems(tree, ["exchangeRates"]);
  const known = rates.map((rate) => fieldText(treeValue(rate, ["currency"])));
  const missing = [...new Set(quoted)].filter((one) => one !== currency && !known.includes(one));
  if (rates.length === 0 && missing.length === 0) return null;
  const add = (foreign: string) => {
    const value = { currency: foreign, rate: "", date: today() };
    editor.edit(
      rates.length === 0
        ? { op: "set", path: ["exchangeRates"], value: [value] }
        : { op: "insert", path: ["exchangeRates"], at: rates.length, value },
    );
  };
  return (
    <section className="quote-money" aria-label="Exchange rates" data-place="exchangeRates">
      <h3>Exchange rates</h3>
      {known.map((foreign, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rate is its place in the document until it is taken out
        <div key={index} className="quote-money-row">
          <PlanNumber path={["exchangeRates", index, "rate"]} label={`One ${foreign} is`} unit={currency} />
          <PlanText path={["exchangeRates", index, "date"]} type="date" label={`On, ${foreign}`} />
          <PlanText path={["exchangeRates", index, "source"]} label={`Source, ${foreign}`} optional />
          <IconButton
            aria-label={`Take out the exchange rate of ${foreign}`}
            title="Take out"
            disabled={isFixed}
            onClick={() =>
              editor.edit({ op: "remove", path: rates.length === 1 ? ["exchangeRates"] : ["exchangeRates", index] })
            }
          >
            <Bin size={14} />
          </IconButton>
        </div>
      ))}
      {missing.map((foreign) => (
        <p key={foreign} className="quote-money-missing">
          A quote is in {foreign}, and this plan counts in {currency}.{" "}
          <Button disabled={isFixed} onClick={() => add(foreign)}>
            Say what one {foreign} is worth
          </Button>
        </p>
      ))}
    </section>
  );
}
