import { expect, type Locator, type Page } from "@playwright/test";

/** The most stops that any control may be away from the start of the page. */
const MOST_STOPS = 60;

/** Goes by Tab alone, or back by Shift Tab, to `goal`. At every stop the focus must be on the screen, and seen to be there. */
export async function tabTo(page: Page, goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stop = 1; stop <= MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const { name, isSeen } = await page.evaluate(focus);
    expect(isSeen, `the focus on ${name} is not seen`).toBe(true);
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${goal} is not reached by ${MOST_STOPS} presses of ${key}`);
}

/**
 * What has the focus, and whether a ring of at least two pixels says so: its own, or for a field that of the box around it; or,
 * beside the caret of a text, an edge.
 */
function focus(): { readonly name: string; readonly isSeen: boolean } {
  const focused = document.activeElement ?? document.body;
  const hasRing = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  };
  const box = focused.getBoundingClientRect();
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const isField = focused.matches("input, select, textarea");
  const hasEdge =
    focused.tagName === "TEXTAREA" && getComputedStyle(focused.closest(".editor") ?? focused).boxShadow !== "none";
  return {
    name: `${focused.tagName} “${focused.textContent?.slice(0, 40)}”`,
    isSeen: isOnScreen && (hasRing(focused) || (isField && hasRing(focused.parentElement ?? focused)) || hasEdge),
  };
}
