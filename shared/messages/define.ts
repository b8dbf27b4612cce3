export type Locale = 'en' | 'es';

/** The texts of one subject in every language. A key missing in a language does not compile. ICU message syntax. */
export function defineMessages<const Texts extends Readonly<Record<string, string>>>(texts: {
  readonly en: Texts;
  readonly es: { readonly [Key in keyof Texts]: string };
}): { readonly en: { readonly [Key in keyof Texts]: string }; readonly es: { readonly [Key in keyof Texts]: string } } {
  return texts;
}
