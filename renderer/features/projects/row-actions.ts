/** What can be done with a row of the list. */
import type { ContractError } from "../../../shared/contract/reply.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { editText } from "../../../shared/plan/edit/edit-text.ts";
import { readTree, textAt } from "../../../shared/plan/edit/read-tree.ts";
import { type Created, createDocument, EXAMPLE_TEMPLATE, putAside } from "../../documents/documents.ts";
import { listChanged } from "../../documents/list-changes.ts";
import { planFileName } from "../../documents/plan-file-name.ts";
import { dropDraft, readDraft } from "../../drafts/draft-store.ts";
import type { PlanSource } from "../../estimating/opened-plan.ts";
import { client } from "../../host/client.ts";
import { saveFile } from "../../host/save-file.ts";
import { EXAMPLE } from "../../navigation/router.ts";
import type { Listed } from "./listed.ts";

/** The text of a row as a person would see it on opening it: the draft where there is one, else what the record has. */
async function sourceOf({ id }: Pick<Listed, "id">): Promise<Result<PlanSource, string>> {
  const draft = await readDraft(id);
  if (draft !== null && (draft.saved === null || draft.saved.text !== draft.text)) return ok(draft);
  if (id === EXAMPLE) {
    const reply = await client["templates.read"]({ id: EXAMPLE_TEMPLATE });
    return reply.ok ? reply : err(reply.error.message);
  }
  const reply = await client["projects.read"]({ id });
  return reply.ok ? ok(reply.value.revision) : err(reply.error.message);
}

/** "Copy of …" in the text's own title; a text that cannot be read, or has no title, stays as it is. */
export function copyText(text: string): string {
  const title = textAt(readTree(text).value, ["title"]);
  if (title === null) return text;
  const edited = editText(text, [{ op: "set", path: ["title"], value: `Copy of ${title}` }]);
  return edited.ok ? edited.value : text;
}

/** Makes a project of its own of a row's text. */
export async function duplicate(row: Listed): Promise<Result<Created, string>> {
  const source = await sourceOf(row);
  if (!source.ok) return source;
  const created = await createDocument(
    { name: source.value.name, text: copyText(source.value.text) },
    `Copied from ${row.title}`,
  );
  listChanged();
  return ok(created);
}

/** Saves the plan file of a row. Answers why it could not, or null. */
export async function savePlanFile(row: Listed): Promise<string | null> {
  const source = await sourceOf(row);
  if (!source.ok) return source.error;
  const { name, text } = source.value;
  saveFile(planFileName(name, text), new Blob([text], { type: "text/plain;charset=utf-8" }));
  return null;
}

/** Takes a row away. Gives the way back, which answers what kept it from working. */
export async function remove(row: Listed): Promise<Result<() => Promise<ContractError | null>, ContractError>> {
  if (row.kind !== "project") {
    const draft = await readDraft(row.id);
    await dropDraft(row.id);
    listChanged();
    return ok(async () => {
      if (draft !== null) await putAside(draft);
      listChanged();
      return null;
    });
  }
  const reply = await client["projects.delete"]({ id: row.id });
  listChanged();
  return reply.ok ? ok(() => restore(row)) : reply;
}

export async function restore({ id }: Pick<Listed, "id">): Promise<ContractError | null> {
  const reply = await client["projects.restore"]({ id });
  listChanged();
  return reply.ok ? null : reply.error;
}
