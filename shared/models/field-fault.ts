/** Why a field of a recipe cannot stand, said so that whoever typed it can mend it. */
export interface FieldFault<Field extends string> {
  readonly field: Field;
  /** The value as it stands; undefined when the field is missing. */
  readonly value: unknown;
  /** What may stand there instead. */
  readonly allowed: string;
  /** What is wrong, one plain sentence without a full stop, with the numbers that disagree. */
  readonly message: string;
}
