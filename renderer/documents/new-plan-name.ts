const MOST_CHARACTERS = 60;

/**
 * The name of a new plan's file, from its title: letters and digits of any script, in small, joined by hyphens.
 *
 * @example newPlanName("Base model 7B, on 2 T tokens") // "base-model-7b-on-2-t-tokens.flopsheet.json"
 * @example newPlanName("?")                            // "plan.flopsheet.json"
 */
export function newPlanName(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLocaleLowerCase("en")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = [...words.join("-")].slice(0, MOST_CHARACTERS).join("").replace(/-$/, "");
  return `${name === "" ? "plan" : name}.flopsheet.json`;
}
