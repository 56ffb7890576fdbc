import Button from "@mui/material/Button";
import { useState } from "react";
import { ChevronDown, Code, OpenFile } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { LazyMenu } from "../../components/lazy-menu.tsx";
import type { Template } from "../use-host.ts";
import "./top-bar.css";

interface TopBarProps {
  readonly title: string | null;
  readonly name: string | null;
  readonly place: "sheet" | "text";
  readonly templates: readonly Template[];
  readonly onTemplate: (id: string) => void;
  readonly onChoose: () => void;
  readonly onText: () => void;
}

/** Which plan this is, and how to open another. */
export function TopBar(props: TopBarProps) {
  const { title, name, place, templates, onTemplate, onChoose, onText } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <header className="top-bar">
      <div className="top-bar-title">
        <span className="top-bar-plan">{title ?? "Flopsheet"}</span>
        {name !== null && <span className="top-bar-file">{name}</span>}
      </div>
      <div className="top-bar-actions">
        {templates.length > 0 && (
          <>
            <Button
              variant="text"
              endIcon={<ChevronDown size={14} />}
              aria-haspopup="menu"
              aria-expanded={anchor !== null}
              onClick={({ currentTarget }) => setAnchor(currentTarget)}
            >
              Examples
            </Button>
            <LazyMenu
              anchor={anchor}
              items={templates.map(({ id, title: templateTitle, description }) => ({
                id,
                content: (
                  <span className="top-bar-template">
                    <strong>{templateTitle}</strong>
                    <span>{description}</span>
                  </span>
                ),
              }))}
              onPick={onTemplate}
              onClose={() => setAnchor(null)}
            />
          </>
        )}
        {title !== null && place === "sheet" && (
          <Button variant="text" startIcon={<Code />} onClick={onText}>
            Plan as text
          </Button>
        )}
        <Button startIcon={<OpenFile />} onClick={onChoose}>
          Open plan file
          <Kbd>Ctrl O</Kbd>
        </Button>
      </div>
    </header>
  );
}
