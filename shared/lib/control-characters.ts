/** The control characters of ASCII (0 to 31) by the names that manuals of scanners use. */
const NAMES = [
  'NUL', 'SOH', 'STX', 'ETX', 'EOT', 'ENQ', 'ACK', 'BEL', 'BS', 'HT', 'LF', 'VT', 'FF', 'CR', 'SO', 'SI',
  'DLE', 'DC1', 'DC2', 'DC3', 'DC4', 'NAK', 'SYN', 'ETB', 'CAN', 'EM', 'SUB', 'ESC', 'FS', 'GS', 'RS', 'US',
] as const;

/** `<STX>A` is the character 2 and an A: how a person types what no key does. */
export const unspellControls = (text: string): string =>
  text.replace(/<([A-Z0-9]{2,3})>/gi, (whole, name: string) => {
    const code = NAMES.findIndex((known) => known === name.toUpperCase());
    return code === -1 ? whole : String.fromCharCode(code);
  });
