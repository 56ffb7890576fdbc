/** The plan of a document, as it is right now: a draft that another screen or tab is changing, too. */
import { useEffect, useState } from "react";
import { openDocument } from "../../../documents/documents.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";

export type FollowedPlan =
  | { readonly kind: "none" }
  | { readonly kind: "opening" }
  /** `plan` is the last valid one; null where the text never was a plan. */
  | { readonly kind: "open"; readonly plan: OpenedPlan | null }
  | { readonly kind: "refused"; readonly message: string };

/** Follows the document of an id; `none` for null. */
export function useFollowedPlan(id: string | null): FollowedPlan {
  const [followed, setFollowed] = useState<FollowedPlan>({ kind: "none" });
  useEffect(() => {
    if (id === null) return setFollowed({ kind: "none" });
    setFollowed({ kind: "opening" });
    const document = openDocument(id);
    let gone = false;
    let stop = () => {};
    void document.editor.then((opened) => {
      if (gone) return;
      if (!opened.ok) return setFollowed({ kind: "refused", message: opened.error.message });
      const show = () => setFollowed({ kind: "open", plan: opened.value.state().live });
      stop = opened.value.subscribe(show);
      show();
    });
    return () => {
      gone = true;
      stop();
      document.close();
    };
  }, [id]);
  return followed;
}
