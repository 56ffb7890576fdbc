import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import { More } from "../../components/icons.tsx";
import { LazyMenu } from "../../components/lazy-menu.tsx";

export interface Action {
  readonly id: string;
  readonly words: string;
  readonly run: () => void;
}

/** What can be done with one thing, behind three dots. */
export function ActionMenu({ label, actions }: { readonly label: string; readonly actions: readonly Action[] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <More />
      </IconButton>
      <LazyMenu
        anchor={anchor}
        items={actions.map(({ id, words }) => ({ id, content: words }))}
        onPick={(id) => actions.find((action) => action.id === id)?.run()}
        onClose={() => setAnchor(null)}
      />
    </>
  );
}
