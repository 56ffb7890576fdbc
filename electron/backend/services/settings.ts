import { ok } from "../../../shared/lib/result.ts";
import type { HostRecord } from "../record/record.ts";
import type { Group } from "./group.ts";

export const settingsHandlers = (record: HostRecord): Group<"settings"> => ({
  "settings.read": () => record.read(({ settings }) => ok(settings.read())),
  "settings.write": (changes) => record.change(({ settings }) => ok(settings.write(changes))),
});
