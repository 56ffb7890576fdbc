import { useLayoutEffect } from "react";
import type { Paper } from "../../shared/contract/methods.ts";
import type { Sheet } from "../../shared/sheet/sheet.ts";
import { pageBoxes } from "./page-boxes.ts";
import "./print.css";

interface PageStyleProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
}

/** Tells the printer the pages' size, margins, head and foot for as long as the sheet is shown. */
export function PageStyle({ sheet, paper }: PageStyleProps) {
  useLayoutEffect(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(pageBoxes(sheet, paper));
    document.adoptedStyleSheets.push(style);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== style);
    };
  }, [sheet, paper]);
  return null;
}
