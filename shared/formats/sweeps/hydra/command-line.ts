/** Multiruns of Hydra in a shell script: `python train.py -m lr=0.1,0.01 'width=choice(256, 512)'`. */
import type { Span } from "../../../plan/text/source.ts";
import type { Notes } from "../notes.ts";
import { gridOf } from "./basic.ts";
import { overrideOf } from "./parameters.ts";
import type { SweeperReading } from "./sweeper.ts";

interface Word extends Span {
  readonly text: string;
}

/** Programs whose own `-m` names a module. */
const RUNNERS = /(?:^|\/)(?:python[\d.]*|torchrun|accelerate|deepspeed)$/;

const OVERRIDE = /^([~+]*[A-Za-z_][\w./@-]*)=([\s\S]*)$/;

/** The sweep that the first multirun of the script makes; null where there is none. */
export function readCommandLine(text: string, notes: Notes): SweeperReading | null {
  const calls = commandsIn(text).filter(isMultirun);
  const [first, second] = calls;
  if (first === undefined) return null;
  if (second !== undefined) notes.warn(`The script starts ${calls.length} multiruns: only the first was read.`);
  const parameters = first.flatMap((word) => {
    const [, key, value = ""] = OVERRIDE.exec(word.text) ?? [];
    return key === undefined ? [] : overrideOf(key, value, word, notes);
  });
  if (parameters.some(({ name }) => /^hydra[./]launcher/.test(name))) {
    notes.warn("The launcher's settings were not read: they say where the runs go, not how many there are.");
  }
  return gridOf(parameters, notes);
}

const isMultirun = (words: readonly Word[]): boolean =>
  words.some(
    ({ text }, index) => text === "--multirun" || (text === "-m" && !RUNNERS.test(words[index - 1]?.text ?? "")),
  ) && words.some(({ text }) => OVERRIDE.test(text));

const SEPARATORS = new Set([";", "|", "&", "\n"]);

/** Commands as words, without comments and without the settings of the environment before them. */
function commandsIn(text: string): Word[][] {
  const commands: Word[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (SEPARATORS.has(character)) {
      commands.push([]);
      at++;
    } else if (/\s/.test(character)) at++;
    else if (character === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3))) at += text.charAt(at + 1) === "\r" ? 3 : 2;
    else if (character === "#") at = endOfLine(text, at);
    else {
      const word = wordAt(text, at);
      commands.at(-1)?.push(word);
      at = word.to;
    }
  }
  return commands.map((words) => words.slice(words.findIndex((word) => !OVERRIDE.test(word.text))));
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** One word of a shell, its quotes taken off. */
function wordAt(text: string, from: number): Word {
  const letters: string[] = [];
  let quote = "";
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
      else letters.push(character === "\\" && quote === '"' && at + 1 < text.length ? text.charAt(++at) : character);
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "\\" && at + 1 < text.length && text.charAt(at + 1) !== "\n")
      letters.push(text.charAt(++at));
    else if (/\s/.test(character) || SEPARATORS.has(character) || character === "\\") break;
    else letters.push(character);
  }
  return { text: letters.join(""), from, to: Math.max(at, from + 1) };
}
