/** From the name that a price list gives a card to the row of the catalogue. */
import type { Accelerator } from "../../../hardware/accelerator.ts";
import type { Rate } from "../../../money/rate.ts";
import { boardOfInstance, readCardName } from "./card-name.ts";
import { type Candidate, FAMILIES, type Family } from "./card-table.ts";

/** A card as a row of a price list has it. */
export interface StatedCard {
  readonly name: string;
  /** Memory of one card in GB, as it may be meant: some lists state that of all cards of the instance. Empty where nothing is stated. */
  readonly memoriesGB: readonly number[];
  readonly instance: string | null;
}

/** What a name means: one row of the catalogue, one of several, or none that is known. `because` is a clause for people. */
type Meant =
  | { readonly kind: "known"; readonly id: string; readonly because: string }
  | { readonly kind: "open"; readonly candidates: readonly string[]; readonly because: string }
  | { readonly kind: "unknown"; readonly because: string };

export type CardMatch = Meant & {
  /** The card's name, with the memory where that is stated beside it and tells cards apart: "A100, 40 GB". */
  readonly label: string;
  /**
   * Under what a person's choice is asked for and remembered. What is known is told from what is not: "A100 = a100-sxm-80" is a
   * correction of one, "A100" the answer to the other.
   */
  readonly key: string;
};

export interface CardMatcher {
  readonly match: (card: StatedCard) => CardMatch;
}

/** The parts of the catalogue that tell cards apart. */
export interface CardCatalogue {
  readonly accelerators: readonly Pick<Accelerator, "id" | "name" | "marketedMemoryGB">[];
  readonly rates: readonly Pick<Rate, "instance" | "acceleratorId" | "provider">[];
}

/**
 * Matches names exactly: a name that is not in the table is unknown and never taken for one that is near to it.
 *
 * @example match({ name: "H100", memoriesGB: [80], instance: "gpu_8x_h100_sxm5" }) // known: h100-sxm, by the instance
 * @example match({ name: "H100", memoriesGB: [80], instance: null }) // open: h100-sxm, h100-pcie
 */
export function cardMatcher({ accelerators, rates }: CardCatalogue): CardMatcher {
  const memoryOf = new Map(accelerators.map(({ id, marketedMemoryGB }) => [id, marketedMemoryGB]));
  const families = new Map(FAMILIES.flatMap((family) => family.names.map((name) => [name, family] as const)));
  const byName = new Map(
    accelerators.flatMap(
      ({ id, name }) =>
        [
          [id, id],
          [name.toLowerCase(), id],
        ] as const,
    ),
  );
  const instances = cardsOfInstances(rates);

  const fitsMemory = ({ id }: Candidate, memories: readonly number[]): boolean => {
    const memory = memoryOf.get(id) ?? null;
    return memory === null || memories.some((stated) => Math.abs(stated - memory) <= memory * TOLERANCE);
  };

  /** What name and memory alone say; the instance decides among what they leave. */
  function ofName({ name, memoriesGB }: StatedCard): Named {
    const id = byName.get(name.trim().toLowerCase());
    const { family: key, board, memoryGB } = readCardName(name);
    const family = families.get(key);
    if (id !== undefined) return { label: name, meant: known(id, "it is the catalogue's own name") };
    if (family === undefined) return { label: name, meant: unknown(name) };
    const memories = memoryGB === null ? memoriesGB : [memoryGB];
    const ofBoard = family.candidates.filter((card) => board === null || card.board === null || card.board === board);
    const fitting = memories.length === 0 ? ofBoard : ofBoard.filter((card) => fitsMemory(card, memories));
    const label = memoryGB === null ? labelOf(name, family, memoriesGB) : name;
    if (ofBoard.length === 0) return { label, meant: unknown(name) };
    if (fitting.length === 0) {
      const stated = memories.map((memory) => `${Math.round(memory)} GB`).join(" or ");
      return { label, meant: open(ofBoard, `${stated} is no memory of its cards`) };
    }
    const [one, ...others] = fitting;
    if (one !== undefined && others.length === 0 && (family.doubt === undefined || board !== null)) {
      const isNamed = family.candidates.length === 1 || board !== null || memoryGB !== null;
      return { label, meant: known(one.id, isNamed ? "by its name" : "by its memory") };
    }
    return { label, meant: open(fitting, family.doubt ?? "the file does not say which of them"), fitting };
  }

  /** Which of the cards that a name leaves an instance has. */
  function ofInstance(instance: string, fitting: readonly Candidate[]): Meant | null {
    const rated = instances.get(instance);
    if (rated !== undefined && fitting.some(({ id }) => id === rated.id)) {
      return known(rated.id, `${rated.provider} has it in ${instance}, by the catalogue of rates`);
    }
    const board = boardOfInstance(instance);
    if (board === null) return null;
    const left = fitting.filter((card) => card.board === board);
    const [one, ...others] = left;
    if (one === undefined) return open(fitting, `${instance} names a board that the catalogue does not have with it`);
    return others.length === 0
      ? known(one.id, "by the name of the instance")
      : open(left, "the file does not say which of them");
  }

  const asMatch = (label: string, meant: Meant): CardMatch => ({
    ...meant,
    label,
    key: meant.kind === "known" ? `${label} = ${meant.id}` : label,
  });

  const names = new Map<string, Named & { readonly match: CardMatch }>();
  return {
    match(card) {
      const asked = `${card.name}\n${card.memoriesGB.join(" ")}`;
      let named = names.get(asked);
      if (named === undefined) {
        const found = ofName(card);
        named = { ...found, match: asMatch(found.label, found.meant) };
        if (names.size < MOST_REMEMBERED) names.set(asked, named);
      }
      const { fitting, label, match } = named;
      const decided = fitting === undefined || card.instance === null ? null : ofInstance(card.instance, fitting);
      return decided === null ? match : asMatch(label, decided);
    },
  };

  function labelOf(name: string, { candidates }: Family, memoriesGB: readonly number[]): string {
    if (candidates.length < 2) return name;
    const [memory, ...others] = new Set(
      candidates.filter((card) => fitsMemory(card, memoriesGB)).map(({ id }) => memoryOf.get(id)),
    );
    return others.length === 0 && memory != null ? `${name}, ${memory} GB` : name;
  }
}

interface Named {
  readonly label: string;
  readonly meant: Meant;
  /** The cards of which the instance may tell one; absent where nothing is left to tell. */
  readonly fitting?: readonly Candidate[];
}

const known = (id: string, because: string): Meant => ({ kind: "known", id, because });
const unknown = (name: string): Meant => ({ kind: "unknown", because: `the catalogue has no ${name}` });
const open = (candidates: readonly Candidate[], because: string): Meant => ({
  kind: "open",
  candidates: candidates.map(({ id }) => id),
  because,
});

/** Names whose answers are kept; a price list has a few dozen. */
const MOST_REMEMBERED = 1_000;

/** Lists round, count in GiB, or state what is left beside the driver: B300, marketed with 288 GB, with 262. */
const TOLERANCE = 0.12;

/** The one card of each instance of the catalogue of rates. An instance by a number and a unit alone ("80GB") is none. */
function cardsOfInstances(
  rates: CardCatalogue["rates"],
): ReadonlyMap<string, { readonly id: string; readonly provider: string }> {
  const cards = new Map<string, { readonly id: string; readonly provider: string }>();
  const contradicted = new Set<string>();
  for (const { instance, acceleratorId, provider } of rates) {
    if (instance === null || acceleratorId === null || /^\d+\s*[a-z]+$/i.test(instance)) continue;
    const known = cards.get(instance);
    if (known !== undefined && known.id !== acceleratorId) contradicted.add(instance);
    cards.set(instance, { id: acceleratorId, provider });
  }
  for (const instance of contradicted) cards.delete(instance);
  return cards;
}
