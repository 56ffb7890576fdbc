import { lazy, Suspense } from "react";
import type { PopMenuProps } from "./pop-menu.tsx";

const loadMenu = () => import("./pop-menu.tsx").then((menu) => ({ default: menu.PopMenu }));
const PopMenu = lazy(loadMenu);

/** A menu whose parts are fetched when it is first opened. */
export function LazyMenu({ anchor, ...props }: Omit<PopMenuProps, "anchor"> & { readonly anchor: HTMLElement | null }) {
  return anchor === null ? null : (
    <Suspense fallback={null}>
      <PopMenu anchor={anchor} {...props} />
    </Suspense>
  );
}
