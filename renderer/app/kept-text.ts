/**
 * The text of the plan at hand, outside React: when a screen falls over, the error boundary can still give it back.
 * It is what the person would lose, so it is kept at every change.
 */
let kept: { readonly name: string; readonly text: string } | null = null;

export function keepText(name: string, text: string): void {
  kept = { name, text };
}

export const keptText = (): { readonly name: string; readonly text: string } | null => kept;
