import IconButton from "@mui/material/IconButton";
import type { ReactNode } from "react";
import { Close, Tick, Warning } from "./icons.tsx";
import "./notice.css";

interface NoticeProps {
  /** What was done as it should be: nothing needs attention. */
  readonly isDone?: boolean;
  readonly children: ReactNode;
  /** Absent where the notice goes when its reason does. */
  readonly onClose?: () => void;
}

/** A line above the page about something that needs attention, or was done. */
export function Notice({ isDone = false, children, onClose }: NoticeProps) {
  return (
    <div className={isDone ? "notice notice-done" : "notice"} role="status">
      {isDone ? <Tick /> : <Warning />}
      <div className="notice-text">{children}</div>
      {onClose !== undefined && (
        <IconButton aria-label="Close the notice" onClick={onClose}>
          <Close size={14} />
        </IconButton>
      )}
    </div>
  );
}
