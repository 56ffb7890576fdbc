/** The axes that set fields, or on whose values a count depends: their product is the run classes of a sweep. */
import { axisKind, type Scalar } from "../axis-kind.ts";
import type { DocumentPath } from "../fault.ts";
import { fieldAt, fieldNamed, GROUPS, type Group } from "../fields.ts";
import type { PlacedAxis } from "../sweep-source.ts";
import type { Merged, Stated } from "./merge.ts";

/** One value of a setting axis: how it is named, and the fields that it sets, by group. */
export interface Setting {
  readonly value: Scalar;
  readonly fields: Readonly<Partial<Record<Group, Merged>>>;
  /** Equal for settings that set equal fields, of whatever sweep. */
  readonly signature: string;
}

export interface SettingAxis {
  readonly name: string;
  readonly kind: "path" | "variant" | "labels";
  /** Index among all axes of the sweep. */
  readonly position: number;
  readonly settings: readonly Setting[];
  /** Groups that some value of it sets. */
  readonly groups: ReadonlySet<Group>;
}

/** The nearness of axes: nearer than any level. */
const AXIS = 10;

/** The setting axes among `axes`. A list of labels is one only where a table of counts depends on it. */
export function settingAxes(axes: readonly PlacedAxis[]): SettingAxis[] {
  const asked = askedOf(axes);
  return axes.flatMap(({ name, axis, path }, position): SettingAxis[] => {
    const kind = axisKind(name, axis);
    switch (kind.kind) {
      case "path":
        return [
          settingAxis(
            "path",
            name,
            position,
            kind.values.map((value, index) => pathSetting(name, value, [...path, index])),
          ),
        ];
      case "variant":
        return [
          settingAxis(
            "variant",
            name,
            position,
            kind.rows.map((row, index) => rowSetting(row, [...path, index])),
          ),
        ];
      case "labels":
        return asked.has(name)
          ? [
              settingAxis(
                "labels",
                name,
                position,
                kind.labels.map((value) => ({ value, fields: {}, signature: "" })),
              ),
            ]
          : [];
      default:
        return [];
    }
  });
}

/** Names of the axes that a table of counts among `axes` depends on. */
export function askedOf(axes: readonly PlacedAxis[]): ReadonlySet<string> {
  return new Set(
    axes.flatMap(({ name, axis }) => {
      const kind = axisKind(name, axis);
      return kind.kind === "table" ? kind.table.by : [];
    }),
  );
}

function settingAxis(
  kind: SettingAxis["kind"],
  name: string,
  position: number,
  settings: readonly Setting[],
): SettingAxis {
  const groups = new Set(GROUPS.filter((group) => settings.some(({ fields }) => fields[group] !== undefined)));
  return { name, kind, position, settings, groups };
}

function pathSetting(name: string, value: Scalar, path: DocumentPath): Setting {
  const place = fieldAt(name);
  if (place === undefined) return { value, fields: {}, signature: "" };
  const { group, field, sub } = place;
  const stated = { value, path, nearness: AXIS, ...(sub === null ? {} : { sub }) };
  return { value, fields: { [group]: { [field]: stated } }, signature: `${name} ${value}` };
}

function rowSetting(row: Readonly<Record<string, unknown>> & { readonly label: string }, path: DocumentPath): Setting {
  const fields: Partial<Record<Group, Record<string, Stated>>> = {};
  for (const [key, value] of Object.entries(row)) {
    const place = key === "label" ? undefined : fieldNamed(key);
    if (place === undefined) continue;
    fields[place.group] = { ...fields[place.group], [place.field]: { value, path: [...path, key], nearness: AXIS } };
  }
  return { value: row.label, fields, signature: JSON.stringify(row) };
}
