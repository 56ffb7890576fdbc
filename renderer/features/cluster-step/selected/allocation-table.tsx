import type { Allocation } from "../../../../shared/estimate/schedule/allocation.ts";
import { readCount } from "../../../../shared/sheet/text/amounts.ts";
import { exact } from "../../../../shared/units/format/exact.ts";

interface AllocationTableProps {
  readonly use: Allocation;
  /** Not every run can run on the cluster: the units are those of the others. */
  readonly isPart: boolean;
}

/** What the work takes of an allocation, quarter by quarter. */
export function AllocationTable({ use: { unit, units: total, quarters }, isPart }: AllocationTableProps) {
  return (
    <>
      <h3 className="selected-title">Allocation, in {unit}</h3>
      <table className="data-table allocation-table">
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            <th scope="col" className="number">
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ quarter, units }) => (
            <tr key={quarter}>
              <th scope="row">{quarter}</th>
              <td className="number" title={`${exact(units)} ${unit}`}>
                {readCount(units)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{isPart ? "Together, of the runs that can run here" : "Together"}</th>
            <td className="number" title={`${exact(total)} ${unit}`}>
              {readCount(total)}
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
