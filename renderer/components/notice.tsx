import IconButton from "@mui/material/IconButton";
import type { ReactNode } from "react";
import { Close, Warning } from "./icons.tsx";
import "./notice.css";

interface NoticeProps {
  readonly children: ReactNode;
  /** Absent where the notice goes when its reason does. */
  readonly onClose?: () => void;
}

/** A line above the page about something that needs attention. */
export function Notice({ children, onClose }: NoticeProps) {
  return (
    <div className="notice" role="status">
      <Warning />
      <div className="notice-text">{children}</div>
      {onClose !== undefined && (
        <IconButton aria-label="Close the notice" onClick={onClose}>
          <Close size={14} />
        </IconButton>
      )}
    </div>
  );
}
