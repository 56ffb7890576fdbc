/** The three kinds of the library: how a row's content is told apart and put together. */
import type { Cluster } from "../../shared/cluster/cluster.ts";
import type { LibraryContent, LibraryKind } from "../../shared/contract/methods/library.ts";
import type { AcceleratorFields } from "../../shared/hardware/accelerator.ts";
import type { LibraryQuote } from "../../shared/money/library-quote.ts";

export interface Kind<Value> {
  readonly kind: LibraryKind;
  /** The value, where the content is of this kind. */
  readonly pick: (content: LibraryContent) => Value | null;
  readonly wrap: (value: Value) => LibraryContent;
}

export const quoteKind: Kind<LibraryQuote> = {
  kind: "quote",
  pick: (content) => (content.kind === "quote" ? content.value : null),
  wrap: (value) => ({ kind: "quote", value }),
};

export const clusterKind: Kind<Cluster> = {
  kind: "cluster",
  pick: (content) => (content.kind === "cluster" ? content.value : null),
  wrap: (value) => ({ kind: "cluster", value }),
};

export const acceleratorKind: Kind<AcceleratorFields> = {
  kind: "accelerator",
  pick: (content) => (content.kind === "accelerator" ? content.value : null),
  wrap: (value) => ({ kind: "accelerator", value }),
};
