/** The few addresses of the program, on the browser's own history. */
import { useSyncExternalStore } from "react";

export type Route =
  | { readonly kind: "sheet" }
  | { readonly kind: "text" }
  | { readonly kind: "print"; readonly job: string }
  | { readonly kind: "unknown"; readonly path: string };

/** `/` is the sheet of the opened plan, `/#text` its text, `/print/<job>` a sheet for the printer. */
export function routeOf(path: string, hash: string): Route {
  if (path === "/" || path === "/index.html") return hash === "#text" ? { kind: "text" } : { kind: "sheet" };
  const job = /^\/print\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  return job === undefined ? { kind: "unknown", path } : { kind: "print", job };
}

/** Goes to the sheet or to the text; the browser's Back leads back. */
export function goTo(place: "sheet" | "text"): void {
  const hash = place === "text" ? "#text" : "";
  if (location.hash === hash) return;
  history.pushState(null, "", `/${hash}`);
  dispatchEvent(new PopStateEvent("popstate"));
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => `${location.pathname}${location.hash}`);
  const [path = "/", hash] = address.split("#");
  return routeOf(path, hash === undefined ? "" : `#${hash}`);
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener("hashchange", listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener("hashchange", listener);
  };
}
