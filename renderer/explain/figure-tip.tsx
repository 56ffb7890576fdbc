import { type RefObject, useEffect, useState } from "react";
import "./figure-tip.css";

interface Tip {
  readonly exact: string;
  readonly left: number;
  readonly top: number;
}

/** One label for all figures: the exact value of the one under the pointer or in focus; Ctrl C copies it. */
export function FigureTip({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const [tip, setTip] = useState<Tip | null>(null);

  useEffect(() => {
    const root = within.current;
    if (root === null) return;
    const show = ({ target }: Event) => {
      const figure = target instanceof Element ? target.closest<HTMLElement>("button.figure[data-exact]") : null;
      setTip(figure === null ? null : tipOf(figure));
    };
    const hide = () => setTip(null);
    const copy = (event: ClipboardEvent) => {
      const exact = document.activeElement?.closest<HTMLElement>("button.figure[data-exact]")?.dataset.exact;
      if (exact === undefined || !root.contains(document.activeElement) || !getSelection()?.isCollapsed) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", exact);
    };
    root.addEventListener("pointerover", show);
    root.addEventListener("focusin", show);
    root.addEventListener("pointerleave", hide);
    root.addEventListener("focusout", hide);
    root.addEventListener("scroll", hide, { passive: true, capture: true });
    document.addEventListener("copy", copy);
    return () => {
      root.removeEventListener("pointerover", show);
      root.removeEventListener("focusin", show);
      root.removeEventListener("pointerleave", hide);
      root.removeEventListener("focusout", hide);
      root.removeEventListener("scroll", hide, { capture: true });
      document.removeEventListener("copy", copy);
    };
  }, [within]);

  return tip === null ? null : (
    <div className="figure-tip tabular" aria-hidden="true" style={{ left: tip.left, top: tip.top }}>
      {tip.exact}
    </div>
  );
}

function tipOf(figure: HTMLElement): Tip | null {
  const { exact } = figure.dataset;
  if (exact === undefined) return null;
  const box = figure.getBoundingClientRect();
  return { exact, left: box.left + box.width / 2, top: box.top };
}
