/**
 * Closes a `switch` over a union: it does not compile while a member is left out. It throws only when a value got past
 * the types, which is a defect of the program and never bad input.
 */
export function assertNever(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}`);
}
