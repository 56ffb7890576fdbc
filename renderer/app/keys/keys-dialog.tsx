import IconButton from "@mui/material/IconButton";
import { Fragment } from "react";
import { commands, menus } from "../../../shared/contract/commands.ts";
import { keysText } from "../../commands/keys-text.ts";
import { Close } from "../../components/icons.tsx";
import { Modal } from "../../components/modal.tsx";
import { fieldKeys } from "./field-keys.ts";
import "./keys-dialog.css";

/** Every key there is: those of the commands, and those of the fields. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal label="Keyboard shortcuts" className="keys" onClose={onClose}>
      <div className="keys-head">
        <h2>Keyboard shortcuts</h2>
        <IconButton aria-label="Close" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="keys-lists" aria-label="All shortcuts" tabIndex={0}>
        {menus.map((menu) => (
          <KeysList
            key={menu}
            title={menu}
            keys={commands.flatMap(({ menu: own, keys, title }) =>
              own === menu && keys !== null ? [{ keys: [keys], does: title }] : [],
            )}
          />
        ))}
        {fieldKeys.map(({ place, keys }) => (
          <KeysList key={place} title={place} keys={keys} />
        ))}
      </section>
    </Modal>
  );
}

interface KeysListProps {
  readonly title: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

function KeysList({ title, keys }: KeysListProps) {
  return (
    <div className="keys-list">
      <h3>{title}</h3>
      <dl>
        {keys.map(({ keys: alternatives, does }) => (
          <div key={does}>
            <dt>
              {alternatives.map((one, index) => (
                <Fragment key={one}>
                  {index > 0 && " or "}
                  <kbd className="kbd">{keysText(one)}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
