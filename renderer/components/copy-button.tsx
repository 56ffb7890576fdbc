import IconButton from "@mui/material/IconButton";
import { useEffect, useState } from "react";
import { Copy } from "./icons.tsx";

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

const SAID_FOR_MS = 1600;

/** Copies a text and says that it did. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className="copy-button">
      <span role="status" className="copy-said">
        {copied ? "copied" : ""}
      </span>
      <IconButton
        aria-label={label}
        title={label}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <Copy />
      </IconButton>
    </span>
  );
}
