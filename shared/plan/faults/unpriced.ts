/** The fault of a card that no headline quote prices: screens offer to mend it where the card is chosen. */
import type { DocumentPath, Fault, PlanFault } from "../fault.ts";

const WORDS = "No headline quote prices ";

/** `path` states the card. */
export const unpriced = (path: DocumentPath, { id, name }: { readonly id: string; readonly name: string }): Fault => ({
  path,
  message: `${WORDS}${name}`,
  value: id,
  allowed: `a card with a price: a quote without accelerator, or with accelerator ${id}`,
  hint: "Add a quote for it.",
});

export const isUnpriced = ({ message }: Pick<PlanFault, "message">): boolean => message.startsWith(WORDS);
