/** Who says how often a card fails, where a cluster does not. */
export const CARD_MTBF_SOURCE = {
  text: "Grattafiori et al. 2024, The Llama 3 Herd of Models, section 3.3.4, table 5",
  date: "2024-07",
  /** What was counted. */
  note: "419 unexpected interruptions in 54 days on 16,384 cards",
} as const;
