/** What the printing program waits for: `data-print-ready` on the root element is "true", or "error" with the reason. */
export function sayReady(): void {
  document.documentElement.dataset.printReady = "true";
}

export function sayUnprintable(reason: string): void {
  document.documentElement.dataset.printReady = "error";
  document.documentElement.dataset.printError = reason;
}
