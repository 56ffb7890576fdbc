import { useState } from "react";
import { useRoute } from "./router.ts";

/**
 * The row of a list whose fields are open: the one that the address names (`quotes[2].price`), else the one that was pressed; null
 * for none.
 */
export function useNamedIndex(list: string): readonly [number | null, (index: number | null) => void] {
  const route = useRoute();
  const place = route.kind === "plan" ? route.place : null;
  const named = place?.startsWith(`${list}[`) === true ? Number.parseInt(place.slice(list.length + 1), 10) : null;
  const [opened, setOpened] = useState<number | null>(named);
  const [seen, setSeen] = useState(place);
  if (place !== seen) {
    setSeen(place);
    if (named !== null) setOpened(named);
  }
  return [opened, setOpened];
}
