/** Names of cards, as running text needs them. */
import type { ResolvedPlan } from "../../plan/resolved.ts";

/** "H100" of "NVIDIA H100 SXM5 80GB": without its maker, its form and its memory. */
export function shortCardName(name: string, vendor: string | null): string {
  const short = name
    .replace(/\([^)]*\)/g, "")
    .replace(/\b\d+ ?GB\b/gi, "")
    .replace(/\b(SXM\d?|PCIe|NVL|OAM)\b/g, "")
    .replace(vendor !== null && name.startsWith(`${vendor} `) ? `${vendor} ` : "", "")
    .replace(/\s+/g, " ")
    .trim();
  return short === "" ? name : short;
}

/** "H100 cards" where all work runs on one kind of card, else "cards". */
export function cardsInWords(plan: Pick<ResolvedPlan, "cards">): string {
  const names = new Set(plan.cards.map(({ accelerator }) => shortCardName(accelerator.name, accelerator.vendor)));
  const [only] = names;
  return names.size === 1 && only !== undefined ? `${only} cards` : "cards";
}
