/** Why a form could not change the text, for the person who used it. */
import type { EditFault } from "../../shared/plan/edit/plan-edit.ts";
import { pathText } from "../../shared/plan/text/document-path.ts";

export function editProblem(fault: EditFault): string {
  switch (fault.why) {
    case "unreadable":
      return "The text cannot be read as a whole, so a form cannot change it. Mend it as text.";
    case "noSuchPlace":
      return `The plan has no ${pathText(fault.path)} that could be changed. Look at it as text.`;
    case "keyTaken":
      return `“${fault.key}” is the name of something else there already, or cannot be a name. Choose another.`;
    case "writtenOddly":
      return `What surrounds ${pathText(fault.path)} is written in a way that only its author can take apart. Change it as text.`;
  }
}
