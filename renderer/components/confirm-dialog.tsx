import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Modal } from "./modal.tsx";
import "./confirm-dialog.css";

interface ConfirmDialogProps {
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
  return (
    <Modal label={title} className="confirm-dialog" onClose={onClose}>
      <h2>{title}</h2>
      <div className="confirm-dialog-text">{children}</div>
      <div className="confirm-dialog-actions">
        <Button variant="text" onClick={onClose}>
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
    </Modal>
  );
}
