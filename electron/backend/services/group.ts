import type { Handlers } from "../../../shared/contract/dispatch.ts";

/** The handlers of all methods whose names begin with `Prefix`: a group that forgets one does not compile. */
export type Group<Prefix extends string> = {
  readonly [M in keyof Handlers as M extends `${Prefix}.${string}` ? M : never]-?: NonNullable<Handlers[M]>;
};
