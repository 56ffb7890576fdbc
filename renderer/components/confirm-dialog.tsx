import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import { type ReactNode, useId } from "react";
import "./confirm-dialog.css";

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, before it does. */
  readonly children: ReactNode;
  /** A verb. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something large is done. Esc, a press elsewhere and Cancel leave all as it is. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const [heading, text] = [useId(), useId()];
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={heading}
      aria-describedby={text}
      transitionDuration={0}
      slotProps={{ paper: { elevation: 0, className: "confirm-dialog" } }}
    >
      <h2 id={heading}>{title}</h2>
      <div id={text} className="confirm-dialog-text">
        {children}
      </div>
      <div className="confirm-dialog-actions">
        <Button variant="text" autoFocus onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
