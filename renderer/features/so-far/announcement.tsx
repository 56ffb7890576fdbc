import { useEffect, useRef, useState } from "react";

/** Long enough that nobody who types is talked over. */
const PAUSE_MS = 1_500;

/** Tells those who cannot see it what the total became, once the plan has rested; not what it was when the page came. */
export function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const known = useRef(text);
  useEffect(() => {
    if (known.current === text) return;
    const timer = setTimeout(() => {
      known.current = text;
      setSaid(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" className="visually-hidden">
      {said}
    </div>
  );
}
