import Button from "@mui/material/Button";
import "./message-page.css";

/** Shown when not even the example could be had: there is still a file to open. */
export function NothingOpen({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <div className="message-page">
      <h1>No plan is open</h1>
      <p>A plan is a file in JSON or YAML that lists experiments, the models they train and what a card-hour costs.</p>
      <p>
        <Button variant="contained" color="primary" onClick={onChoose}>
          Open plan file
        </Button>
      </p>
      <p>You can also drop a file anywhere on this window.</p>
    </div>
  );
}
