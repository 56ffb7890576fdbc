/** What a person has set once for all projects. */

import { z } from "zod";
import { STALE_AFTER_DAYS } from "../../money/price-age.ts";
import { nothing, paper } from "./common.ts";

/** Names of cards that are remembered. */
export const MOST_QUOTE_CARDS = 1_000;

export const settings = z.strictObject({
  /** Null: as is usual where the person lives. */
  paper: paper.nullable(),
  /** Of new projects. */
  currency: z.string().regex(/^[A-Z]{3}$/, "three capital letters, as USD"),
  /** In which unit screens tell training operations; sheets always say FLOP. */
  operations: z.enum(["flop", "pfDays"]),
  /** Whether screens tell long times in the unit that fits, or always in hours. */
  time: z.enum(["fitting", "hours"]),
  /** A quote counts as stale when it is older than so many days. */
  staleAfterDays: z.int().min(1).max(3_650),
  theme: z.enum(["system", "light", "dark"]),
  /** Which cards the names of price lists mean, where a person has said so: ids, or null for those that are left out. */
  quoteCards: z
    .record(z.string().min(1).max(300), z.string().min(1).max(64).nullable())
    .refine((names) => Object.keys(names).length <= MOST_QUOTE_CARDS, "at most 1,000 names"),
});

export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  paper: null,
  currency: "USD",
  operations: "flop",
  time: "fitting",
  staleAfterDays: STALE_AFTER_DAYS,
  theme: "system",
  quoteCards: {},
};

export const settingsMethods = {
  "settings.read": { kind: "query", input: nothing, output: settings },
  /** Changes what is given and leaves the rest. */
  "settings.write": { kind: "command", input: settings.partial(), output: settings },
} as const;
