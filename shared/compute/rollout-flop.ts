/** Operations of learning from rollouts: a policy writes, models read what it wrote, and it is trained on that. */
import type { FlopPerToken as PerToken } from "../units/brands.ts";
import { FlopPerToken } from "../units/brands.ts";

export interface RolloutPasses {
  /** Times each token is trained on before new ones are written. */
  readonly epochs: number;
  /** The reference model reads every token for its log-probabilities. */
  readonly reference: boolean;
  /** The policy reads what it wrote once more, for its log-probabilities before training. */
  readonly old: boolean;
  /** Parameters of models that read every token beside these: a reward model, a critic that is not trained. */
  readonly readers: number;
  /** Parameters of models that are trained on every token beside the policy: a critic. */
  readonly trained: number;
}

/** FLOP per token of a rollout, by what they are spent on. */
export interface RolloutFlop {
  readonly generate: PerToken;
  readonly reference: PerToken;
  readonly old: PerToken;
  readonly train: PerToken;
  /** Reward models, critics. */
  readonly others: PerToken;
  readonly total: PerToken;
}

/**
 * FLOP per token of a rollout with a policy of N active parameters: generate 2·N, reference 2·N, old log-probabilities
 * 2·N, train 6·N an epoch; models that only read add 2 × their parameters, models that are trained, too, 2 + 6 an epoch.
 * The time to generate is bound by memory and follows from tokens per second, not from these FLOP.
 *
 * Worked example, N = 8,030,261,248, one epoch, reference and old log-probabilities: 12·N = 96,363,134,976 a token, and
 * 1.0104407e21 for 1.048576e10 tokens.
 */
export function rolloutFlopPerToken(parameters: number, passes: RolloutPasses): RolloutFlop {
  const once = 2 * parameters;
  const generate = once;
  const reference = passes.reference ? once : 0;
  const old = passes.old ? once : 0;
  const train = 3 * once * passes.epochs;
  const others = 2 * passes.readers + (2 + 6 * passes.epochs) * passes.trained;
  return {
    generate: FlopPerToken(generate),
    reference: FlopPerToken(reference),
    old: FlopPerToken(old),
    train: FlopPerToken(train),
    others: FlopPerToken(others),
    total: FlopPerToken(generate + reference + old + train + others),
  };
}
