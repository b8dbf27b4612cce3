/**
 * A foreign text as one printable line: blanks and line ends become single blanks; control characters, invisible marks and half
 * characters go. What the font does not have is printed as an empty box.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
