/** A project of which only the compute is known, and perhaps a size and tokens: its run has a model that comes close. Pure. */
import { trainingFlopPerToken } from "../../../shared/compute/training-flop.ts";
import { completeShape } from "../../../shared/models/complete-shape.ts";
import { computeOptimum } from "../../../shared/scaling/optimum.ts";
import { Flop } from "../../../shared/units/brands.ts";
import { fitOf } from "./fits.ts";
import type { ChosenCard } from "./hardware.ts";
import type { ProjectValues } from "./project-text.ts";
import { shapeForSize } from "./shape-for-size.ts";

interface KnownCompute {
  readonly flop: number;
  /** Size and tokens of the run; null for the compute-optimal size, and for as many tokens as the compute is. */
  readonly parameters: number | null;
  readonly tokens: number | null;
  readonly card: ChosenCard | null;
  readonly utilisation: number | null;
  readonly cards: number | null;
  readonly price: number | null;
}

const SEQUENCE = 2048;
const CONVENTION = { name: "matmul" } as const;

/** A model of about that size, and tokens such that training it is that compute, counted by `matmul`. */
export function projectOfCompute(known: KnownCompute): ProjectValues {
  const { flop, card, utilisation, cards, price } = known;
  const size = known.parameters ?? computeOptimum(fitOf("besiroglu-2024").law, Flop(flop)).parameters;
  const model = shapeForSize(size);
  return {
    model: { ...model },
    training: { tokens: known.tokens ?? Math.max(1, Math.round(flop / flopOfToken(model))), sequence: SEQUENCE },
    ...(card === null || utilisation === null
      ? {}
      : {
          hardware: {
            accelerator: card.card.id,
            format: card.format,
            utilisation,
            source: "typed into the calculator",
          },
        }),
    ...(cards === null ? {} : { cards }),
    ...(price === null ? {} : { price }),
  };
}

function flopOfToken(model: ReturnType<typeof shapeForSize>): number {
  const shape = completeShape(model);
  const flop = shape.ok
    ? trainingFlopPerToken(shape.value, { sequence: SEQUENCE, attended: SEQUENCE / 2 }, CONVENTION)
    : null;
  if (flop === null) throw new RangeError("a proposed model is a transformer, which matmul counts");
  return flop;
}
