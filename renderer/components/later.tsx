import { type ReactNode, useDeferredValue } from "react";

/** Draws its children when the page has time: what is typed beside them stands there first, and another key is not held up by them. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(children);
}
