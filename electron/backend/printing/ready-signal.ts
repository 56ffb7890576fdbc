/**
 * Resolves when the page says that fonts and charts are drawn, by `<html data-print-ready="true">`, or that they never will
 * be, by `"error"` with `data-print-error`. It runs in the page; as text, since this side knows no DOM.
 */
export const readySignal = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => {
    const { printReady, printError } = root.dataset;
    if (printReady === "true") resolve(null);
    if (printReady === "error") resolve(printError ?? "The page does not say why.");
    return printReady === "true" || printReady === "error";
  };
  if (look()) return;
  new MutationObserver((_, observer) => look() && observer.disconnect()).observe(root, { attributes: true });
})`;
