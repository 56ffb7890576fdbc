/** Gives the focus to what a change is about to put on the screen: whoever pressed a key goes on from there. */

/** `selector` is looked for once the change is drawn; the first of several that is to be seen takes the focus. */
export function focusLater(...selectors: readonly string[]): void {
  requestAnimationFrame(() => {
    for (const selector of selectors) {
      const found = document.querySelector<HTMLElement>(selector);
      if (found === null || found.offsetParent === null) continue;
      found.focus();
      if (found instanceof HTMLInputElement) found.select();
      return;
    }
  });
}
