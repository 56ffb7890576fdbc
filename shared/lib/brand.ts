declare const name: unique symbol;

/**
 * A type that is told apart by name: a `Brand<number, "CardHours">` can be used as a number, but a plain number, or a
 * number of another brand, is refused where it is asked for. The brand exists for the compiler only.
 */
export type Brand<T, Name extends string> = T & { readonly [name]: Name };

type Unbranded<B> = B extends number ? number : B extends string ? string : never;

/**
 * Makes the one function that gives a plain value its brand: `const CardHours = brand<CardHours>()`, then
 * `CardHours(82_432)`. It checks nothing: schemas check what comes from outside.
 */
export const brand =
  <B extends Brand<unknown, string>>() =>
  (value: Unbranded<B>): B =>
    value as Unbranded<B> & B;
