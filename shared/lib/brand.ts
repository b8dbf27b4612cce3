/** Nominal typing: a value of a branded type can only be made where its rule was checked. */
declare const brand: unique symbol;
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** For the `default` branch of a switch over a closed union: a new member then fails to compile. */
export function missingCase(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
