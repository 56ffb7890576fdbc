import { failure } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { listTemplates, readTemplate } from "../templates.ts";
import type { Group } from "./group.ts";

export const templateHandlers = (): Group<"templates"> => ({
  "templates.list": () => ok(listTemplates()),
  "templates.read": ({ id }) => {
    const template = readTemplate(id);
    return template === undefined ? failure("notFound", `There is no template "${id}".`) : ok(template);
  },
});
