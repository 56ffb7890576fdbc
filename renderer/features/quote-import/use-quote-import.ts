import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { MOST_QUOTE_CARDS } from "../../../shared/contract/methods/settings.ts";
import type { CardCatalogue } from "../../../shared/formats/quotes/cards/match-card.ts";
import type { QuoteFormat } from "../../../shared/formats/quotes/found-quote.ts";
import { sameOfferKey } from "../../../shared/formats/quotes/library-quote.ts";
import { providerOf } from "../../../shared/formats/quotes/provider-name.ts";
import type { DecimalMark } from "../../../shared/formats/quotes/read-amount.ts";
import { calendarDateSchema } from "../../../shared/lib/dates.ts";
import { currencySchema } from "../../../shared/money/currency.ts";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { client } from "../../host/client.ts";
import { acceleratorKind, quoteKind } from "../../library/kinds.ts";
import { tellOtherWindows } from "../../library/other-windows.ts";
import { useLibrary } from "../../library/use-library.ts";
import { changeSettings, currentSettings } from "../../settings/use-settings.ts";
import { type ListWorker, startListWorker } from "./list-worker.ts";
import type { ReadFile, ShownPreview } from "./messages.ts";
import { storeQuotes, takeOut } from "./store-quotes.ts";

/** A file, or cells that were pasted. */
export interface PriceList {
  readonly name: string;
  readonly content: Blob;
  /** The day on which the file was last changed; null of pasted cells. */
  readonly changedOn: string | null;
}

/** What a person says of the whole list, as typed. */
export interface Said {
  readonly provider: string;
  readonly date: string;
  readonly currency: string;
  readonly cards: ReadonlyMap<string, string | null>;
  readonly leaveOutKnown: boolean;
}

export type ImportState =
  | { readonly at: "choosing" }
  | { readonly at: "reading"; readonly bytes: number; readonly rows: number; readonly quotes: number }
  | { readonly at: "refused"; readonly fault: PlanFault }
  | { readonly at: "found"; readonly file: ReadFile }
  | { readonly at: "storing"; readonly stored: number }
  | { readonly at: "stored"; readonly ids: readonly string[]; readonly isOut: boolean }
  | { readonly at: "broken"; readonly message: string };

/** What was asked of the reader beside the list itself. */
export interface Asked {
  readonly format: QuoteFormat | null;
  readonly mark: DecimalMark | null;
}

const FOUND_OUT: Asked = { format: null, mark: null };
/** Until nobody has typed for so long, what is typed is not looked at. */
const TYPING_MS = 150;

export function useQuoteImport() {
  const [state, setState] = useState<ImportState>({ at: "choosing" });
  const [list, setList] = useState<PriceList | null>(null);
  const [asked, setAsked] = useState<Asked>(FOUND_OUT);
  const [said, setSaid] = useState<Said>(() => firstSaid(null));
  const [preview, setPreview] = useState<ShownPreview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const worker = useRef<ListWorker | null>(null);
  const stop = useRef<AbortController | null>(null);
  const quotes = useLibrary(quoteKind);
  const own = useLibrary(acceleratorKind);
  const cards = useMemo(() => withOwn(own.entries?.map(({ value }) => value) ?? []), [own.entries]);
  const known = useMemo(() => new Set(quotes.entries?.map(({ value }) => sameOfferKey(value))), [quotes.entries]);

  const end = useCallback(() => {
    worker.current?.end();
    worker.current = null;
    stop.current?.abort();
  }, []);
  useEffect(() => end, [end]);

  async function read(next: PriceList, how: Asked): Promise<void> {
    end();
    setList(next);
    setAsked(how);
    setPreview(null);
    setTrouble(null);
    setState({ at: "reading", bytes: 0, rows: 0, quotes: 0 });
    const mine = startListWorker(({ bytes, rows, quotes: found }) =>
      setState({ at: "reading", bytes, rows, quotes: found }),
    );
    worker.current = mine;
    const answer = await mine.ask({ ask: "read", file: next.content, ...how, catalogue: cards });
    if (worker.current !== mine) return;
    if (answer.told === "read") setState({ at: "found", file: answer.file });
    else if (answer.told === "fault") setState({ at: "refused", fault: answer.fault });
    else if (answer.told === "broken") setState({ at: "broken", message: answer.message });
  }

  const file = state.at === "found" ? state.file : null;
  const faults = faultsOf(said);
  useEffect(() => {
    const mine = worker.current;
    if (file === null || list === null || mine === null) return;
    let isOld = false;
    const timer = setTimeout(async () => {
      const { provider, date, currency, cards: chosen, leaveOutKnown } = said;
      const answer = await mine.ask({
        ask: "preview",
        decisions: {
          provider: provider.trim() === "" ? null : provider.trim(),
          date: calendarDateSchema.safeParse(date).success ? date : null,
          currency: currencySchema.safeParse(currency).success ? currency : "USD",
          cards: chosen,
          fileName: list.name,
          format: file.format,
        },
        ...{ known, leaveOutKnown },
      });
      if (isOld) return;
      if (answer.told === "preview") setPreview(answer.preview);
      else if (answer.told === "broken") setState({ at: "broken", message: answer.message });
    }, TYPING_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [file, list, said, known]);

  async function store(): Promise<void> {
    const mine = worker.current;
    if (mine === null || file === null) return;
    const before = { at: "found", file } as const;
    const controller = new AbortController();
    stop.current = controller;
    setTrouble(null);
    setState({ at: "storing", stored: 0 });
    const outcome = await storeQuotes({
      client,
      newId: () => crypto.randomUUID(),
      quotesFrom: async (from) => {
        const answer = await mine.ask({ ask: "quotes", from });
        if (answer.told !== "quotes") throw new Error(answer.told === "broken" ? answer.message : "no quotes came");
        return answer.quotes;
      },
      progress: (stored) => setState({ at: "storing", stored }),
      signal: controller.signal,
    });
    if (worker.current !== mine) return;
    if (outcome.kind !== "done") {
      setTrouble(outcome.kind === "failed" ? `Nothing was imported: ${outcome.error.message}` : null);
      return setState(before);
    }
    rememberCards(said.cards);
    changed();
    setState({ at: "stored", ids: outcome.ids, isOut: false });
  }

  function changed(): void {
    quotes.reload();
    tellOtherWindows("quote");
  }

  async function out(): Promise<void> {
    if (state.at !== "stored") return;
    const refused = await takeOut(client, state.ids);
    changed();
    setTrouble(refused === null ? null : refused.message);
    setState({ ...state, isOut: refused === null });
  }

  return {
    ...{ state, list, asked, said, faults, preview, trouble, cards },
    isWaiting: quotes.entries === null && quotes.error === null,
    choose: (next: PriceList) => {
      setSaid(firstSaid(next));
      void read(next, FOUND_OUT);
    },
    readAs: (how: Asked) => {
      if (list !== null) void read(list, how);
    },
    say: (changes: Partial<Said>) => setSaid((before) => ({ ...before, ...changes })),
    cancel: () => {
      if (state.at === "storing") return stop.current?.abort();
      end();
      setState({ at: "choosing" });
    },
    store: () => void store(),
    out: () => void out(),
  };
}

export type QuoteImport = ReturnType<typeof useQuoteImport>;

/** What is known of a list before anybody has said anything; its date is offered, not taken. */
const firstSaid = (list: PriceList | null): Said => ({
  provider: list === null ? "" : (providerOf(list.name) ?? ""),
  date: "",
  currency: currentSettings().currency,
  cards: new Map(Object.entries(currentSettings().quoteCards)),
  leaveOutKnown: true,
});

export interface SaidFaults {
  readonly date: string | null;
  readonly currency: string | null;
}

const faultsOf = ({ date, currency }: Said): SaidFaults => ({
  date: date === "" || calendarDateSchema.safeParse(date).success ? null : "Write the day as YYYY-MM-DD",
  currency: currencySchema.safeParse(currency).success ? null : "Write three capital letters, as USD",
});

/** The shipped cards and the person's own, which quotes may name as well. */
function withOwn(
  own: readonly {
    readonly id?: string | undefined;
    readonly name: string;
    readonly marketedMemoryGB?: number | null | undefined;
  }[],
): CardCatalogue {
  const named = own.flatMap(({ id, name, marketedMemoryGB = null }) =>
    id === undefined || catalogue.accelerators.some((card) => card.id === id) ? [] : [{ id, name, marketedMemoryGB }],
  );
  return {
    accelerators: [
      ...catalogue.accelerators.map(({ id, name, marketedMemoryGB }) => ({ id, name, marketedMemoryGB })),
      ...named,
    ],
    rates: catalogue.rates.map(({ instance, acceleratorId, provider }) => ({ instance, acceleratorId, provider })),
  };
}

/** Keeps the answers for the next list, the newest where there are too many. */
function rememberCards(cards: ReadonlyMap<string, string | null>): void {
  const kept = { ...currentSettings().quoteCards, ...Object.fromEntries(cards) };
  const newest = Object.entries(kept).slice(-MOST_QUOTE_CARDS);
  void changeSettings({ quoteCards: Object.fromEntries(newest) });
}
