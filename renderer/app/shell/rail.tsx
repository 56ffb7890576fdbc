import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import { Code, Moon, SheetLines, Sun, System } from "../../components/icons.tsx";
import { LazyMenu } from "../../components/lazy-menu.tsx";
import { chooseScheme, type SchemeChoice, schemeChoices, useSchemeChoice } from "../theme/colour-scheme.ts";
import { Mark } from "./mark.tsx";
import "./rail.css";

interface RailProps {
  readonly place: "sheet" | "text";
  readonly canShow: boolean;
  readonly onSheet: () => void;
  readonly onText: () => void;
}

/** The places there are, at the left edge, and how light the screen is. */
export function Rail({ place, canShow, onSheet, onText }: RailProps) {
  return (
    <nav className="rail" aria-label="Places">
      <Mark />
      <RailButton label="Sheet" current={place === "sheet"} disabled={!canShow} onClick={onSheet}>
        <SheetLines />
      </RailButton>
      <RailButton label="Plan as text" current={place === "text"} disabled={!canShow} onClick={onText}>
        <Code />
      </RailButton>
      <SchemeSwitch />
    </nav>
  );
}

interface RailButtonProps {
  readonly label: string;
  readonly current: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function RailButton({ label, current, disabled, onClick, children }: RailButtonProps) {
  return (
    <IconButton
      className="rail-button"
      aria-label={label}
      title={label}
      aria-current={current ? "page" : undefined}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </IconButton>
  );
}

const schemeIcons = { system: System, light: Sun, dark: Moon } as const;
const schemeWords: Readonly<Record<SchemeChoice, string>> = { system: "As the system", light: "Light", dark: "Dark" };

function SchemeSwitch() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choice = useSchemeChoice();
  const Icon = schemeIcons[choice];
  return (
    <>
      <IconButton
        className="rail-button rail-last"
        aria-label={`Colours: ${schemeWords[choice]}`}
        title="Colours"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Icon />
      </IconButton>
      <LazyMenu
        anchor={anchor}
        items={schemeChoices.map((scheme) => ({
          id: scheme,
          content: schemeWords[scheme],
          chosen: scheme === choice,
        }))}
        onPick={(id) => chooseScheme(schemeChoices.find((scheme) => scheme === id) ?? "system")}
        onClose={() => setAnchor(null)}
      />
    </>
  );
}
