/** Which rows are selected, and what changes that. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}
