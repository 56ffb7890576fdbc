import IconButton from "@mui/material/IconButton";
import { type ReactNode, useEffect, useRef } from "react";
import { ArrowLeft, Close } from "../components/icons.tsx";
import "./drawer.css";

interface DrawerProps {
  readonly title: string;
  /** Changes with what is shown: the drawer then scrolls up and takes the focus. */
  readonly shown: string;
  readonly back: { readonly title: string; readonly onBack: () => void } | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel at the right of the sheet. It pushes the desk aside; Esc closes it. */
export function Drawer({ title, shown, back, onClose, children }: DrawerProps) {
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is the reason, not an input
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
    panel.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <aside ref={panel} className="drawer" aria-labelledby="drawer-title" tabIndex={-1}>
      <div className="drawer-head">
        {back !== null && (
          <IconButton aria-label={`Back to ${back.title}`} title={`Back to ${back.title}`} onClick={back.onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        <h2 id="drawer-title">{title}</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {children}
    </aside>
  );
}
