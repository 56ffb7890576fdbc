import Button from "@mui/material/Button";
import type { Accelerator } from "../../../shared/hardware/accelerator.ts";
import { newestRate } from "../../../shared/plan/blank.ts";
import { shortCardName } from "../../../shared/sheet/text/card-name.ts";
import { dateWords } from "../../../shared/sheet/text/words.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import { Notice } from "../../components/notice.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import { goToPlace } from "../../navigation/place.ts";
import { priceCard } from "./price-card.ts";

interface UnpricedCardProps {
  readonly card: Accelerator;
  readonly isDisabled: boolean;
}

/** Says that no quote prices the chosen card, so that the figures stand still, and prices it here where the catalogue can. */
export function UnpricedCard({ card, isDisabled }: UnpricedCardProps) {
  const [{ id, tree }, editor] = usePlan();
  const currency = fieldText(treeValue(tree, ["currency"])) || "USD";
  const rate = newestRate(card.id, currency, catalogue.rates);
  const take = () => {
    if (rate === null) return;
    editor.edit(priceCard(tree, rate, catalogue));
    // The button goes with its reason: the focus returns to the card.
    document.querySelector<HTMLElement>(".card-table input:checked")?.focus();
  };
  return (
    <div className="hardware-unpriced">
      <Notice>
        No quote prices {shortCardName(card.name, card.vendor)} yet, so the figures are still those of the card before.
        <span className="hardware-unpriced-ways">
          {rate !== null && (
            <Button variant="contained" color="primary" disabled={isDisabled} onClick={take}>
              Take {fixed(rate.price, 2)} {currency} a card-hour of {rate.provider}, {dateWords(rate.date)}
            </Button>
          )}
          <Button onClick={() => goToPlace(id, "quotes")}>Choose in Quotes</Button>
        </span>
      </Notice>
    </div>
  );
}
