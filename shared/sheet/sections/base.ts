/** What every section of a sheet has. */
import type { SheetContext } from "../context.ts";
import type { SectionId } from "../layout.ts";
import type { Inline, RichText, Section } from "../sheet.ts";

type Base = Pick<Section, "id" | "label" | "title" | "subtitle" | "outline" | "width">;

export interface Heading {
  readonly title: string;
  readonly subtitle?: RichText | string;
  readonly outline: string;
}

/** The head of the section `id`, numbered and as wide as the layout has it. */
export function base({ slots }: SheetContext, id: SectionId, { title, subtitle = [], outline }: Heading): Base {
  const slot = slots.get(id);
  if (slot === undefined) throw new RangeError(`the layout has no section ${id}`);
  const text: readonly Inline[] = typeof subtitle === "string" ? (subtitle === "" ? [] : [subtitle]) : subtitle;
  return {
    id,
    label: slot.label,
    title,
    subtitle: text,
    outline: slot.label === "" ? outline : `${slot.label}, ${outline}`,
    width: slot.width,
  };
}
