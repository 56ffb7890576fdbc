/**
 * One text for one value: JSON without white space, the keys of every object in the order of their UTF-16 code units,
 * numbers as JavaScript writes them (the shortest digits that read back as the same double; -0 is 0). This is the order
 * and the number form of RFC 8785, so that equal documents have equal fingerprints whatever order they were typed in.
 *
 * A member whose value is undefined is left out, as in JSON. Throws a TypeError that names the place for what JSON
 * cannot say: a number that is not finite, undefined outside an object, a bigint, a symbol, a function, or an object
 * that is neither plain nor an array.
 *
 * @example canonicalJson({ b: [1, 2.5], a: null }) // '{"a":null,"b":[1,2.5]}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, "the value");
}

function write(value: unknown, place: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${place} is ${value}, which JSON cannot say`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => write(item, `${place}[${index}]`)).join(",")}]`;
  }
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${write(value[key], `${place}.${key}`)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`${place} is a ${typeof value} that JSON cannot say`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
