import Button from "@mui/material/Button";
import { requestNewProject } from "../../documents/new-project-request.ts";

interface EmptyListProps {
  /** What was searched for; empty for a list without projects. */
  readonly query: string;
  readonly onClear: () => void;
  readonly onExample: () => void;
}

/** A list without rows: why, and what to do. */
export function EmptyList({ query, onClear, onExample }: EmptyListProps) {
  return (
    <div className="projects-empty">
      {query !== "" ? (
        <>
          <p>No project has “{query}” in its title, its funder or an experiment.</p>
          <Button onClick={onClear}>Show all projects</Button>
        </>
      ) : (
        <>
          <p>There is no project yet. A project is a plan with all of its revisions.</p>
          <Button variant="contained" color="primary" onClick={() => requestNewProject()}>
            New project
          </Button>
          <Button variant="text" onClick={onExample}>
            Show the example again
          </Button>
        </>
      )}
    </div>
  );
}
