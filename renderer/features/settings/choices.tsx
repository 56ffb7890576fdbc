import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly words: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few. */
export function Choices<T extends string>({ label, value, choices, onChoose }: ChoicesProps<T>) {
  return (
    <ToggleButtonGroup
      value={value}
      aria-label={label}
      onChange={(_, chosen: T | null) => {
        if (chosen !== null) onChoose(chosen);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} value={choice.value}>
          {choice.words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
