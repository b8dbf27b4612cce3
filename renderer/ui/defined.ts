type WithoutUndefined<Props> = { [Key in keyof Props]?: Exclude<Props[Key], undefined> };

/** Leaves out what is undefined: libraries under exactOptionalPropertyTypes take a value or nothing at all. */
export function defined<Props extends object>(props: Props): WithoutUndefined<Props> {
  // Checked by the filter: no entry that stays is undefined.
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as WithoutUndefined<Props>;
}

/** Joins class names; falsy ones fall away. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
