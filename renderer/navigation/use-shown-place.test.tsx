import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useShownPlace } from "./use-shown-place.ts";

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  // jsdom has none; the places of these tests need no more.
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function Screen({ place }: { readonly place: string }) {
  useShownPlace(place, true);
  return null;
}

function field(place: string): HTMLInputElement {
  const input = document.createElement("input");
  input.dataset.place = place;
  document.body.append(input);
  return input;
}

it("goes to the field, or to the nearest around it", () => {
  const [quote, price] = [field("quotes[0]"), field("quotes[0].price")];
  render(<Screen place="quotes[0].price" />);
  expect(document.activeElement).toBe(price);
  cleanup();
  render(<Screen place="quotes[0].date" />);
  expect(document.activeElement).toBe(quote);
});

it("goes nearer while the screen fills", async () => {
  render(<Screen place="quotes[0].price" />);
  const quote = field("quotes[0]");
  await vi.waitFor(() => expect(document.activeElement).toBe(quote));
  const price = field("quotes[0].price");
  await vi.waitFor(() => expect(document.activeElement).toBe(price));
});

it("leaves the focus alone once the person does something", async () => {
  render(<Screen place="quotes[0].price" />);
  const title = field("title");
  title.focus();
  title.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
  field("quotes[0].price");
  await new Promise((done) => setTimeout(done, 0));
  expect(document.activeElement).toBe(title);
});
