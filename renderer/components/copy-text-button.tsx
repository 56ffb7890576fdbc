import Button from "@mui/material/Button";
import { useEffect, useState } from "react";

interface CopyTextButtonProps {
  readonly text: string;
  readonly children: string;
}

const SAID_FOR_MS = 1600;

/** A button that copies a text and says so in its own place. */
export function CopyTextButton({ text, children }: CopyTextButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button aria-live="polite" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      {copied ? "Copied" : children}
    </Button>
  );
}
