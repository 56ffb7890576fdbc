import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import type { ReactNode } from "react";

export interface PopMenuItem {
  readonly id: string;
  readonly content: ReactNode;
  /** Set where the items are a choice of one. */
  readonly chosen?: boolean;
}

export interface PopMenuProps {
  readonly anchor: HTMLElement;
  readonly items: readonly PopMenuItem[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** A menu below its button; Esc and a press elsewhere close it. */
export function PopMenu({ anchor, items, onPick, onClose }: PopMenuProps) {
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      // Within the landmark of its button, not loose at the end of the page.
      disablePortal
    >
      {items.map(({ id, content, chosen }) => (
        <MenuItem
          key={id}
          {...(chosen === undefined ? {} : { role: "menuitemradio", "aria-checked": chosen, selected: chosen })}
          onClick={() => {
            onClose();
            onPick(id);
          }}
        >
          {content}
        </MenuItem>
      ))}
    </Menu>
  );
}
