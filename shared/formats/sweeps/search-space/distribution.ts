/** Names of distributions, as the libraries spell them. */

export type Distribution =
  | { readonly kind: "choice" }
  | { readonly kind: "grid" }
  | { readonly kind: "constant" }
  | { readonly kind: "normal"; readonly log: boolean }
  | {
      readonly kind: "uniform";
      readonly whole: boolean;
      readonly log: boolean;
      /** The upper end is left out, as in Ray's randint. */
      readonly isExclusive: boolean;
      /** Its third argument is a step. */
      readonly isQuantised?: boolean;
    };

const CHOICE = /^(choice|categorical|oneof)$/;
const GRID = /^grid(search)?$/;
const CONSTANT = /^(constant|fixed)$/;
const NORMAL = /^q?(log)?(normal|randn)$/;
const UNIFORM = /^q?(int)?(log)?(uniform|randint|int|integer|float|double|real|discreteuniform)(int)?$/;

/**
 * The distribution called `name`; undefined where the word is none. Case, `_`, a module before it (`tune.`), `suggest_` and
 * `Distribution` make no difference.
 *
 * @example distributionNamed("tune.loguniform") // {kind: "uniform", whole: false, log: true, …}
 */
export function distributionNamed(name: string): Distribution | undefined {
  const word = (name.split(".").at(-1) ?? "")
    .toLowerCase()
    .replace(/[_-]/g, "")
    .replace(/^suggest/, "")
    .replace(/distribution$/, "");
  if (CHOICE.test(word)) return { kind: "choice" };
  if (GRID.test(word)) return { kind: "grid" };
  if (CONSTANT.test(word)) return { kind: "constant" };
  if (NORMAL.test(word)) return { kind: "normal", log: word.includes("log") };
  if (!UNIFORM.test(word)) return undefined;
  return {
    kind: "uniform",
    whole: word.includes("int"),
    log: word.includes("log"),
    isExclusive: /^(log)?randint$/.test(word),
    isQuantised: /^(q|discrete)/.test(word),
  };
}
