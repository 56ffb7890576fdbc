/** What a reader may say against a plan, for a terminal and for another program. */
import { moneyPlaces } from "../../sheet/footing.ts";
import type { Challenge } from "../../sheet/red-team/red-team.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import { printable } from "../terminal/style.ts";
import { wrapHanging } from "../terminal/wrap.ts";

/** A number, the assumption, the objection, and a paragraph for the justification each; ends with a line break. */
export function redTeamToText(challenges: readonly Challenge[], currency: string, width: number): string {
  if (challenges.length === 0) return "Nothing in this plan moves its total.\n";
  const lines = challenges.flatMap(({ title, objection, low, high, paragraph }, index) => {
    const places = moneyPlaces(high);
    const span = `Total ${fixed(low, places)} to ${fixed(high, places)} ${currency}.`;
    const text = (words: string) => wrapHanging(" ", printable(words), width, 3);
    return [
      ...(index === 0 ? [] : [""]),
      ...wrapHanging(`${exact(index + 1)}.`, `${printable(title)}. ${span}`, width, 3),
      ...text(objection),
      ...text(paragraph),
    ];
  });
  return `${lines.join("\n")}\n`;
}

/** The same as data: money in `currency`, `place` in the plan, empty where there is no one place. */
export const redTeamToJson = (challenges: readonly Challenge[], currency: string): string =>
  `${JSON.stringify(
    {
      schemaVersion: 1,
      currency,
      challenges: challenges.map(({ title, objection, low, high, source, paragraph, place }) => ({
        title,
        objection,
        low,
        high,
        source,
        place,
        paragraph,
      })),
    },
    null,
    2,
  )}\n`;
