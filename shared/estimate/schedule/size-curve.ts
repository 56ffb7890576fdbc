/** Times of a plan over all sizes of a cluster. */
export interface SizeCurve {
  /** By ascending cards; null where not every run can run on so few. */
  readonly points: readonly {
    readonly cards: number;
    readonly idealHours: number;
    readonly scheduledHours: number | null;
    readonly expectedHours: number | null;
  }[];
  /** The size from which on more cards help no more; null where they help up to the largest size. */
  readonly enoughCards: number | null;
}
