/**
 * The catalogues of dstack's gpuhunt: a row an offer, the price that of the instance for an hour in USD, the memory of each card in GB.
 *
 * The columns are the fields of its CatalogItem (dstackai/gpuhunt, src/gpuhunt/_internal/models.py).
 */
import { cardPrice, instanceFields, readCardCount } from "../card-price.ts";
import { readCardName } from "../cards/card-name.ts";
import { columnIndex, fieldAt, type Recognised } from "../columns.ts";
import { skippedFor } from "../found-quote.ts";

/** The reader of a catalogue with these headings; null where they are none. */
export function recogniseGpuhunt(headings: readonly string[]): Recognised | null {
  const index = columnIndex(headings);
  const instanceAt = index.get("instancename");
  const priceAt = index.get("price");
  const countAt = index.get("gpucount");
  const nameAt = index.get("gpuname");
  if (instanceAt === undefined || priceAt === undefined || countAt === undefined || nameAt === undefined) return null;
  const [regionAt, memoryAt, spotAt, providerAt] = ["location", "gpumemory", "spot", "provider"].map((key) =>
    index.get(key),
  );
  return {
    read(fields, line, mark) {
      if (fields.length !== headings.length) {
        return skippedFor(`The row has ${fields.length} fields, the header ${headings.length}.`);
      }
      const name = fieldAt(fields, nameAt);
      const stated = fieldAt(fields, countAt);
      if (name === "" || Number(stated) === 0) return skippedFor("CPU only: the row has no accelerator.");
      const instance = fieldAt(fields, instanceAt);
      if (instance === "") return skippedFor("The row names no instance.");
      const count = readCardCount(stated, "gpu_count");
      if (!count.ok) return skippedFor(count.error);
      const spot = fieldAt(fields, spotAt).toLowerCase();
      if (spot !== "" && spot !== "true" && spot !== "false") {
        return skippedFor(`spot is “${spot}”: allowed is True or False.`);
      }
      const cards = count.value * readCardName(name).cards;
      const price = cardPrice(fieldAt(fields, priceAt), cards, mark, "price");
      if (!price.ok) return skippedFor(price.error);
      const region = fieldAt(fields, regionAt);
      const memory = Number(fieldAt(fields, memoryAt));
      const provider = fieldAt(fields, providerAt);
      return {
        quotes: [
          {
            line,
            provider: provider === "" ? null : provider,
            instance,
            card: { name, memoriesGB: memory > 0 ? [memory] : [], instance },
            fields: {
              basis: spot === "true" ? "spot" : "onDemand",
              price: price.value,
              currency: "USD",
              ...instanceFields(cards),
              ...(region === "" ? {} : { region }),
            },
          },
        ],
        reasons: [],
      };
    },
    columns: [
      { at: instanceAt, as: "instance" },
      { at: providerAt, as: "provider" },
      { at: nameAt, as: "card" },
      { at: countAt, as: "cards of the instance" },
      { at: memoryAt, as: "memory of a card" },
      { at: priceAt, as: "price of the instance" },
      { at: spotAt, as: "whether it is spot" },
      { at: regionAt, as: "region" },
    ].flatMap(({ at, as }) => (at === undefined ? [] : [{ heading: headings[at] ?? "", as }])),
    priceColumns: [priceAt],
  };
}
