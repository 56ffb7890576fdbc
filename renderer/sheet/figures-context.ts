/** Whether the figures of a sheet can be asked how they were computed, and which one is being asked now. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { AnyFigure } from "../../shared/estimate/figure.ts";
import type { Section } from "../../shared/sheet/sheet.ts";

export type ChartSection = Extract<Section, { readonly kind: "chart" }>;

/**
 * The place whose explanation is open. It is subscribed to, not passed down: of the thousands of figures on a long sheet
 * only the two whose frame changes are rendered again.
 */
export interface AskedPlace {
  get(): string | null;
  set(place: string | null): void;
  subscribe(listener: () => void): () => void;
}

export function askedPlace(): AskedPlace {
  let asked: string | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => asked,
    set(place) {
      asked = place;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface Figures {
  /** The figure at `place` (unique on the sheet) was pressed. */
  readonly onAsk: (figure: AnyFigure, place: string) => void;
  /** The table behind a chart was asked for; null where no chart has one. */
  readonly onShowData: ((section: ChartSection, place: string) => void) | null;
  readonly asked: AskedPlace;
}

/** Null where nobody can ask: on paper. */
export const FiguresContext = createContext<Figures | null>(null);

const noSubscription = () => () => {};

/** Whether the explanation of the figure at `place` is open. */
export function useIsAsked(place: string): boolean {
  const asked = useContext(FiguresContext)?.asked;
  return useSyncExternalStore(asked?.subscribe ?? noSubscription, () => asked?.get() === place);
}
