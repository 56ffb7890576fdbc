import { type ReactNode, useEffect, useRef, useState } from "react";
import { currentTaker, offerToTakers } from "./drop-takers.ts";
import "./drop-target.css";

interface DropTargetProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/**
 * The whole window takes files that are dropped on it, and shows that it would while one is held over it. A screen that wants files itself
 * is asked first.
 */
export function DropTarget({ onFiles, children }: DropTargetProps) {
  const [held, setHeld] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;

  useEffect(() => {
    // Every element that the pointer crosses sends an enter and a leave: only their difference tells the window's edge.
    let depth = 0;
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      depth += 1;
      setHeld(true);
    };
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
    };
    const leave = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      depth -= 1;
      if (depth <= 0) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      depth = 0;
      setHeld(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void offer(files);
    };
    const offer = async (files: readonly File[]) => {
      if (!(await offerToTakers(files))) take.current(files);
    };
    addEventListener("dragenter", enter);
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);

  const taker = held ? currentTaker() : undefined;
  return (
    <>
      {children}
      {held && (
        <div className="drop-target">
          <p>{taker?.words ?? "Drop the plan file to open it"}</p>
          <p className="drop-target-note">
            {taker?.note ?? "JSON or YAML, at most 1 MB."} It is read here and stays on this computer.
          </p>
        </div>
      )}
    </>
  );
}
