/** What a guard answers when it does not let a request through. */
export interface Refusal {
  readonly status: number;
  /** For the person or the developer who sees it; never says what would have been right of a secret. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The parts of a request that a guard looks at. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
