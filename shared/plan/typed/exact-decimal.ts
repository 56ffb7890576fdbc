/** Sums and products of decimal numbers as people count: 0.1 + 0.2 is 0.3. */

/** `digits` × 10^`exponent`, exactly. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** `a` + `b`, both finite, as the nearest double of the exact sum of their shortest decimals. */
export function plus(a: number, b: number): number {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  const exponent = Math.min(x.exponent, y.exponent);
  // Numbers that far apart do not meet in a double's digits.
  if (Math.abs(x.exponent - y.exponent) > MOST_APART) return a + b;
  return numberOf({ digits: scaled(x, exponent) + scaled(y, exponent), exponent });
}

/** `a` × `b`, both finite, as the nearest double of the exact product of their shortest decimals. */
export function times(a: number, b: number): number {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  return numberOf({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent });
}

const MOST_APART = 400;

const scaled = ({ digits, exponent }: Decimal, to: number): bigint => digits * 10n ** BigInt(exponent - to);

const numberOf = ({ digits, exponent }: Decimal): number => Number(`${digits}e${exponent}`);

/** The shortest decimal that is read as `value`, a finite number: what people see of it. */
function decimalOf(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const point = mantissa.indexOf(".");
  if (point < 0) return { digits: BigInt(mantissa), exponent: Number(exponent) };
  const decimals = mantissa.length - point - 1;
  return { digits: BigInt(mantissa.replace(".", "")), exponent: Number(exponent) - decimals };
}
