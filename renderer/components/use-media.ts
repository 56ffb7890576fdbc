import { useMemo, useSyncExternalStore } from "react";

/** Whether a media query holds, now and whenever that changes: "(max-width: 1199px)". */
export function useMedia(query: string): boolean {
  // Asked once: it is read whenever the component is drawn.
  const { subscribe, holds } = useMemo(() => {
    const media = matchMedia(query);
    return {
      subscribe(listener: () => void) {
        media.addEventListener("change", listener);
        return () => media.removeEventListener("change", listener);
      },
      holds: () => media.matches,
    };
  }, [query]);
  return useSyncExternalStore(subscribe, holds);
}
