/** What of the training recipe the cost of one token depends on. */
export interface TokenContext {
  /** Tokens in a sequence. */
  readonly sequence: number;
  /** Mean attended length in tokens, of `meanAttendedLength`, on the mean over the layers with attention. */
  readonly attended: number;
}
