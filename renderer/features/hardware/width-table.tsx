import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Bin, Fault, Plus } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { treeItems, treeValue } from "../../fields/tree-value.ts";
import { POINTS } from "./speed.ts";

/** A table needs two points to have a line between them. */
const FEWEST = 2;

/** The utilisation at some widths: a row a point. */
export function WidthTable() {
  const [{ tree, faults, readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  const points = treeItems(tree, POINTS);
  const last = [...POINTS, points.length - 1];
  const [width, utilisation] = ["width", "utilisation"].map((key) => treeValue(tree, [...last, key]));
  const fault = faultAt(faults, POINTS);
  const add = () => {
    const value = {
      width: typeof width === "number" ? 2 * width : "",
      utilisation: typeof utilisation === "number" ? utilisation : "",
    };
    editor.edit({ op: "insert", path: POINTS, at: points.length, value });
  };
  return (
    <div className="width-table">
      <table aria-label="Utilisation by width">
        <thead>
          <tr>
            <th scope="col">Width of the model</th>
            <th scope="col">Utilisation</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place in the document
            <tr key={index}>
              <td>
                <PlanNumber path={[...POINTS, index, "width"]} label={`Width of point ${index + 1}`} hideLabel />
              </td>
              <td>
                <PlanNumber
                  path={[...POINTS, index, "utilisation"]}
                  label={`Utilisation of point ${index + 1}`}
                  hideLabel
                  exponent={-2}
                  unit="%"
                />
              </td>
              <td>
                <IconButton
                  aria-label={`Remove point ${index + 1}`}
                  title="Remove"
                  disabled={disabled || points.length <= FEWEST}
                  onClick={() => editor.edit({ op: "remove", path: [...POINTS, index] })}
                >
                  <Bin />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fault !== null && (
        <p className="hardware-fault">
          <Fault size={14} /> {faultWords(fault)}
        </p>
      )}
      <Button startIcon={<Plus />} disabled={disabled} onClick={add}>
        Width
      </Button>
      <p className="hardware-note">Between two widths on a straight line in log width; beyond the ends it is theirs.</p>
    </div>
  );
}
