/** A command as data, from which its help and its reading of the arguments both follow. */
export interface Command<Options extends OptionList = OptionList> {
  /** As typed after the program's name: `estimate`. */
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** A paragraph or two, for its own help. */
  readonly description: string;
  /** The one thing it works on, when it does. */
  readonly operand: Operand | null;
  /** The other thing, of a command that works on two. */
  readonly second?: Operand;
  readonly options: Options;
}

export interface Operand {
  readonly name: string;
  readonly description: string;
}

export type OptionList = Readonly<Record<string, Option>>;

export interface Option {
  /** The placeholder of its value in the help, as OUT; null for a switch. */
  readonly value: string | null;
  readonly description: string;
}

const PROGRAM = "flopsheet";
const WIDTH = 80;

/** `flopsheet estimate PLAN [--json]`. */
export function usageOf(command: Command): string {
  const { name, options } = command;
  const all = Object.entries(options).map(([option, { value }]) => `[--${option}${value === null ? "" : ` ${value}`}]`);
  return [PROGRAM, name, ...operandsOf(command).map((operand) => operand.name), ...all].join(" ");
}

export const operandsOf = ({ operand, second }: Command): Operand[] => [
  ...(operand === null ? [] : [operand]),
  ...(second === undefined ? [] : [second]),
];

/** The help of one command. */
export function helpOf(command: Command): string {
  const { options, description } = command;
  const rows: [string, string][] = [
    ...operandsOf(command).map(({ name, description: what }): [string, string] => [name, what]),
    ...Object.entries(options).map(([name, option]): [string, string] => [
      `--${name}${option.value === null ? "" : ` ${option.value}`}`,
      option.description,
    ]),
    ["--help", "Print this help."],
  ];
  return `${wrap(usageOf(command), "  ")}\n\n${wrap(description)}\n\n${table(rows)}\n`;
}

/** The help of the whole program. */
export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map((command): [string, string] => [command.name, command.summary]);
  return `Flopsheet: from an experiment plan to FLOP, card-hours, cost and energy, with
honest ranges.

${PROGRAM} COMMAND [ARGUMENTS]

${table(rows)}

${table([
  ["--help", "Print this help, or that of the command it is given with."],
  ["--version", "Print the version."],
])}

Exit codes: 0 done, 1 a defect of the program, 2 bad input, 3 something is
missing on this machine, 4 another Flopsheet uses the same data.
`;
}

/** Two columns; the second is wrapped. */
function table(rows: readonly (readonly [string, string])[]): string {
  const first = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.map(([name, text]) => wrap(`  ${name.padEnd(first - 2)}${text}`, " ".repeat(first))).join("\n");
}

/** Where a line may break: before a space, but not within [brackets]. */
const BREAK = /(?<=\S)(?=\s+\S)(?![^[\]]*\])/;

/** Breaks paragraphs into lines of at most 80 characters; `indent` starts every line but the first. */
function wrap(text: string, indent = ""): string {
  return text
    .split("\n")
    .map((paragraph) => {
      const start = /^ */.exec(paragraph)?.[0] ?? "";
      const lines: string[] = [];
      let line = start;
      for (const word of paragraph.slice(start.length).split(BREAK)) {
        if (line.length + word.length > WIDTH && line.trim() !== "") {
          lines.push(line);
          line = indent + word.trimStart();
        } else {
          line += word;
        }
      }
      return [...lines, line].join("\n");
    })
    .join("\n");
}
