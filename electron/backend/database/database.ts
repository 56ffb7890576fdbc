/** What the stores know of a database: a port, with one adapter today (sqlite.ts). */

export type Value = string | number | null | Uint8Array;

/** A row as the database gives it; `row.ts` reads its columns. */
export type RawRow = Readonly<Record<string, unknown>>;

/** What a transaction may give back: anything but a promise, which would outlive it. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

export interface Query<Row> {
  /** The first row, or undefined. */
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): Row[];
}

export interface Database {
  /** Prepares a question; `read` makes a typed row of every raw one and throws where the record is not what it should be. */
  query<Row>(sql: string, read: (row: RawRow) => Row): Query<Row>;
  /** Prepares a change; calling it answers how many rows it touched. */
  command(sql: string): (...values: readonly Value[]) => number;
  /** Runs statements that take no values and give no rows. */
  execute(sql: string): void;
  /**
   * Runs `work` as one: all of it is on the disk when this returns, nothing of it when this throws. There is no other way to
   * write several things as one, and none that waits: what `work` does is done when it returns. Transactions do not nest.
   */
  transaction<T>(work: () => Synchronous<T>): T;
  /** Writes a consistent copy to `path` while the database stays open. The only way to copy one that is open. */
  backup(path: string): Promise<void>;
  close(): void;
}
