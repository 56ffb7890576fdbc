/**
 * Reads YAML 1.2 with the place of every value. Tags, merge keys and YAML 1.1 are not read: a plan is plain data.
 *
 * The library would take any text of a megabyte, at 15 seconds and 2 GB for the worst; hence the bounds on lexemes,
 * depth and errors, all checked before its slow half begins.
 */
import { Composer, type Document, Lexer, Parser } from "yaml";
import { err, ok, type Result } from "../../lib/result.ts";
import { tooDeep } from "./refusals.ts";
import { MAX_DEPTH, type PlacedFault, type Reading } from "./source.ts";
import { syntaxFault } from "./yaml-faults.ts";
import { YamlWalk } from "./yaml-walk.ts";

/** Pieces (words, marks, spaces, line ends) of one text; a plan of the greatest size has about 280,000. */
const MAX_LEXEMES = 300_000;

/** Errors after which reading on teaches nothing more. */
const ENOUGH_ERRORS = 100;

/** The document in `text`, or what keeps it from being YAML. Values that no plan can hold are faults of the reading. */
export function readYaml(text: string): Result<Reading, readonly PlacedFault[]> {
  const read = readYamlTree(text, false);
  return read.ok ? ok(read.value.reading) : read;
}

/** What was read, and the library's own tree of it, where comments, anchors and marks have their places. */
export interface YamlTree {
  readonly reading: Reading;
  readonly document: Document.Parsed;
}

/** As `readYaml`, with the tree; `keepMarks` keeps the places of colons and dashes in it. */
export function readYamlTree(text: string, keepMarks: boolean): Result<YamlTree, readonly PlacedFault[]> {
  const composed = compose(text, keepMarks);
  if (!composed.ok) return err([composed.error]);
  const [document, second] = composed.value;
  if (document === undefined) return err([emptyFault]);
  if (document.errors.length > 0) return err(document.errors.map((error) => syntaxFault(text, error)));
  if (second !== undefined) return err([severalDocuments(second.range[0])]);
  if (document.directives.yaml.version !== "1.2") return err([oldYaml]);
  if (document.contents === null) return err([emptyFault]);
  const walk = new YamlWalk(text);
  const root = walk.node(document.contents, null);
  return root === null ? err(walk.faults) : ok({ document, reading: { root, faults: walk.faults } });
}

function compose(text: string, keepSourceTokens: boolean): Result<Document.Parsed[], PlacedFault> {
  const parser = new Parser();
  const composer = new Composer({ version: "1.2", uniqueKeys: false, keepSourceTokens });
  const documents: Document.Parsed[] = [];
  let lexemes = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes++;
    if (lexemes > MAX_LEXEMES) return err(tooManyPieces);
    if (parser.stack.length > MAX_DEPTH) return err(tooDeep([], parser.offset));
    for (const token of parser.next(lexeme)) {
      if (token.type === "error") errors++;
      documents.push(...composer.next(token));
    }
    if (errors > ENOUGH_ERRORS || documents.length > 1) break;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return ok(documents);
}

const whole = { path: [], value: null, edit: null };

export const emptyFault: PlacedFault = {
  ...whole,
  at: null,
  message: "There is no plan in this text",
  allowed: "a plan in JSON or YAML",
  hint: "Start from one of the templates.",
};

const tooManyPieces: PlacedFault = {
  ...whole,
  at: null,
  message: "This YAML has too many values to be a plan",
  allowed: "YAML of at most 300,000 words, marks and spaces",
  hint: "Written as JSON a plan may have any number of values, up to 1 MB.",
};

const oldYaml: PlacedFault = {
  ...whole,
  at: { from: 0, to: 5 },
  message: "The text asks for another version of YAML",
  allowed: "YAML 1.2",
  hint: "Leave the line that starts with %YAML out.",
};

const severalDocuments = (from: number): PlacedFault => ({
  ...whole,
  at: { from, to: from + 3 },
  message: "The text holds more than one document",
  allowed: "one plan in a text",
  hint: "Write each plan to a file of its own.",
});
