/** What each convention counts of one model, side by side. Pure. */
import type { Convention } from "../../../../shared/compute/convention.ts";
import { DIFFERENCES } from "../../../../shared/compute/differences.ts";
import { trainingFlopPerToken } from "../../../../shared/compute/training-flop.ts";
import type { TransformerShape } from "../../../../shared/models/shape.ts";
import type { ResolvedTraining } from "../../../../shared/plan/resolved.ts";

export interface ConventionRow {
  readonly name: string;
  /** What it counts, and what it holds for. */
  readonly counts: string;
  readonly flopPerToken: number;
  /** As a share of what `matmul` counts. */
  readonly share: number;
}

const SHOWN: readonly { readonly name: string; readonly convention: Convention }[] = [
  { name: "matmul", convention: { name: "matmul" } },
  { name: "six-nd, N total", convention: { name: "six-nd", of: "total" } },
  { name: "six-nd, N non-embedding", convention: { name: "six-nd", of: "nonEmbedding" } },
  { name: "palm", convention: { name: "palm" } },
];

/**
 * Training FLOP of a token by every convention that applies, `matmul` first.
 *
 * Worked example, Llama 3 8B at a sequence of 8,192: matmul 51,470,401,536, six-nd 48,181,567,488, palm 61,066,469,376.
 */
export function conventionRows(
  shape: TransformerShape,
  { sequence, attended }: Pick<ResolvedTraining, "sequence" | "attended">,
): readonly ConventionRow[] {
  const context = { sequence: sequence ?? 0, attended };
  const flopOf = (convention: Convention): number | null => trainingFlopPerToken(shape, context, convention);
  const whole = flopOf({ name: "matmul" });
  return SHOWN.flatMap(({ name, convention }) => {
    const flopPerToken = flopOf(convention);
    const { counts, holdsFor } = DIFFERENCES[convention.name];
    if (flopPerToken === null || whole === null) return [];
    return [{ name, counts: `${counts} Holds for: ${holdsFor}`, flopPerToken, share: flopPerToken / whole }];
  });
}
