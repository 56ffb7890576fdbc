import { type ReactNode, useEffect, useRef, useState } from "react";

interface ScrollBoxProps {
  readonly className: string;
  /** What scrolls, for those who come to it by keyboard. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What may be larger than its place scrolls there, and takes the focus only where it does, so that the keyboard reaches it. */
export function ScrollBox({ className, label, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isLarger, setLarger] = useState(false);
  useEffect(() => {
    const frame = box.current;
    if (frame === null) return;
    const measure = () => setLarger(frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight);
    const watching = new ResizeObserver(measure);
    watching.observe(frame);
    // A formula or a table that grows inside does not change the box.
    for (const child of frame.children) watching.observe(child);
    return () => watching.disconnect();
  });
  const focusable = isLarger ? ({ tabIndex: 0, role: "group", "aria-label": label } as const) : {};
  return (
    <div ref={box} className={className} {...focusable}>
      {children}
    </div>
  );
}
