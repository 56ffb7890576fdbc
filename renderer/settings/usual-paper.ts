import type { Paper } from "../../shared/contract/methods.ts";

/**
 * Letter where people print on it, A4 elsewhere.
 *
 * @param language a language tag, as `en-GB`
 * @example usualPaper("en-US") // "letter"
 */
export const usualPaper = (language: string): Paper => (/-(US|CA|MX|PH|CO|CL|VE)$/i.test(language) ? "letter" : "a4");
