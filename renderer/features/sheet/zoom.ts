/** How large the pages are shown: as large as the desk allows, or as chosen. */
export type Zoom = { readonly kind: "fit" } | { readonly kind: "chosen"; readonly scale: number };

const STEPS = [0.5, 0.67, 0.75, 0.88, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** Room left beside the page when it is fitted, in CSS pixels. */
const BESIDE = 48;
/** A page fitted to a narrow desk stays legible and is scrolled sideways instead. */
const LEAST_FIT = 0.5;

/**
 * The scale at which a page `pageWidth` wide is shown on a desk `deskWidth` wide; fitting never enlarges.
 *
 * @example scaleOf({ kind: "fit" }, 588, 794) // 0.68
 */
export function scaleOf(zoom: Zoom, deskWidth: number, pageWidth: number): number {
  if (zoom.kind === "chosen") return zoom.scale;
  const fitting = Math.floor(((deskWidth - BESIDE) / pageWidth) * 100) / 100;
  return Math.min(1, Math.max(LEAST_FIT, fitting));
}

export function larger(scale: number): Zoom {
  return { kind: "chosen", scale: STEPS.find((step) => step > scale + 0.005) ?? scale };
}

export function smaller(scale: number): Zoom {
  return { kind: "chosen", scale: STEPS.findLast((step) => step < scale - 0.005) ?? scale };
}
