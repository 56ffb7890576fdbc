import { type AcceleratorFields, acceleratorFieldsSchema } from "../../../../shared/hardware/accelerator.ts";
import { NUMBER_FORMATS } from "../../../../shared/hardware/number-format.ts";
import { acceleratorKind } from "../../../library/kinds.ts";
import type { Noun } from "../noun.ts";

/** One source has fields in the form; what a row has beyond its first stays as it is. */
interface Form {
  readonly source?: Partial<Source>;
  readonly interconnect?: { readonly name?: unknown; readonly bytesPerSecond?: unknown };
  readonly sources?: unknown;
}

type Source = NonNullable<AcceleratorFields["sources"]>[number];

export const acceleratorNoun: Noun<AcceleratorFields> = {
  kind: acceleratorKind,
  schema: acceleratorFieldsSchema,
  one: "accelerator",
  withArticle: "an accelerator",
  many: "accelerators",
  usedAt: "hardware",
  titleOf: ({ name }) => name,
  words: ({ id, name, vendor, releaseYear, notes }) => [id, name, vendor, releaseYear, notes].filter(Boolean).join(" "),
  retitled: ({ id, ...value }, name) => ({ ...value, ...(id === undefined ? {} : { id: ownId(id) }), name }),
  blank: { densePeak: {} },
  toForm,
  fromForm,
  groups: [
    {
      title: null,
      fields: [
        { kind: "text", path: "name", label: "Name", placeholder: "Lab card 80GB" },
        {
          kind: "text",
          path: "id",
          label: "Id",
          help: "By which quotes name the card: small letters, digits and hyphens.",
        },
        { kind: "text", path: "vendor", label: "Maker" },
        { kind: "number", path: "releaseYear", label: "Year of release" },
        { kind: "number", path: "cardsPerNode", label: "Cards in a node" },
      ],
    },
    {
      title: "Dense peak",
      help: "Without sparsity: a datasheet’s figure with sparsity is twice as high.",
      fields: NUMBER_FORMATS.map((format) => ({
        kind: "number",
        path: `densePeak.${format}`,
        label: format,
        unit: format === "int8" ? "TOP/s" : "TFLOP/s",
        exponent: 12,
      })),
    },
    {
      title: "Memory, power and links",
      fields: [
        { kind: "number", path: "marketedMemoryGB", label: "Memory as marketed", unit: "GB" },
        { kind: "number", path: "bandwidthBytesPerSecond", label: "Memory bandwidth", unit: "GB/s", exponent: 9 },
        { kind: "number", path: "tdpWatts", label: "Thermal design power of the card", unit: "W" },
        { kind: "text", path: "interconnect.name", label: "Interconnect" },
        {
          kind: "number",
          path: "interconnect.bytesPerSecond",
          label: "Interconnect, both directions",
          unit: "GB/s",
          exponent: 9,
        },
      ],
    },
    {
      title: "Where the figures come from",
      fields: [
        { kind: "text", path: "source.title", label: "Source", placeholder: "Datasheet, revision" },
        { kind: "text", path: "source.url", label: "Address" },
        {
          kind: "date",
          path: "source.date",
          label: "Date",
          placeholder: "2026-11",
          help: "YYYY, YYYY-MM or YYYY-MM-DD.",
        },
        { kind: "longText", path: "notes", label: "Notes" },
      ],
    },
  ],
};

/** The id of somebody's own copy of a card of the catalogue. */
export const ownId = (id: string): string => `${id.replace(/-own$/, "").slice(0, 60)}-own`;

function toForm(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const [source] = "sources" in value && Array.isArray(value.sources) ? value.sources : [];
  return source === undefined ? value : { ...value, source };
}

function fromForm({ source, interconnect, ...form }: Form): unknown {
  const more = Array.isArray(form.sources) ? form.sources.slice(1) : [];
  const hasSource = source !== undefined && (source.title ?? source.url ?? source.date ?? null) !== null;
  const hasLink = interconnect !== undefined && (interconnect.name ?? interconnect.bytesPerSecond ?? null) !== null;
  const first = hasSource ? [{ ...source, url: source.url ?? null, date: source.date ?? null }] : [];
  const { sources: _, ...rest } = form;
  return {
    ...rest,
    ...(hasLink ? { interconnect: { ...interconnect, bytesPerSecond: interconnect.bytesPerSecond ?? null } } : {}),
    ...(hasSource || more.length > 0 ? { sources: [...first, ...more] } : {}),
    // The row's date is that of its newest source.
    ...(hasSource && source.date !== undefined ? { date: source.date } : {}),
  };
}
