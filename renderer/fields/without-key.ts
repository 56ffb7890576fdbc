import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import type { DocumentPath } from "../../shared/plan/fault.ts";
import { treeValue } from "./tree-value.ts";

/** Takes a value out of the document, where there is one: an edit of a place that is not there would be refused with all beside it. */
export const withoutKey = (tree: unknown, path: DocumentPath): readonly PlanEdit[] =>
  treeValue(tree, path) === undefined ? [] : [{ op: "remove", path }];
