import type { DocumentPath } from "../fault.ts";

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;
const LONGEST_KEY = 60;

/**
 * A place in the document as its author reads it: plain keys after a dot, others quoted in brackets, indices from 0.
 * A key of more than 60 characters is cut short.
 *
 * @example pathText(["experiments", 2, "axes", "model.width", 3]) // 'experiments[2].axes["model.width"][3]'
 * @example pathText([]) // ""
 */
export function pathText(path: DocumentPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (PLAIN_KEY.test(step) && step.length <= LONGEST_KEY) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(shorten(step, LONGEST_KEY))}]`;
  }
  return text;
}

/** `text` whole, or its first `most - 1` characters and an ellipsis. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
