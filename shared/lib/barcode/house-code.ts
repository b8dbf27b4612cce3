import { commandNames, type CommandName, type Fault, type ScannedCode } from './scanned-code.ts';

/** Beginning of every bar code that Hotdock prints for itself. */
export const HOUSE = 'HD:';

/** Texts to print as Code 128. `decodeScan` reads each back. */
export const commandCode = (command: CommandName): string => `${HOUSE}CMD:${command}`;
/** `quantity` from 1 to 99,999. */
export const quantityCode = (quantity: number): string => `${HOUSE}QTY:${quantity}`;
export const badgeCode = (badge: string): string => `${HOUSE}BADGE:${badge}`;
export const locationCode = (location: string): string => `${HOUSE}LOC:${location}`;
export const orderPaperCode = (po: string, revision: number): string => `${HOUSE}PO:${po}:${revision}`;

/** Reads a text that starts with `HD:` in any case: caps lock turns a keyboard scanner's letters round. */
export function readHouseCode(text: string): ScannedCode {
  const shape = /^HD:(CMD|QTY|BADGE|LOC|PO):(.+)$/i.exec(text);
  const value = shape?.[2]?.trim() ?? '';
  switch (shape?.[1]?.toUpperCase()) {
    case 'CMD': {
      const command = commandNames.find((name) => name === value.toLowerCase());
      return command ? { kind: 'command', text, command } : refused(text, 'unknown-command', { name: value });
    }
    case 'QTY': {
      const quantity = /^\d{1,5}$/.test(value) ? Number(value) : 0;
      return quantity >= 1 ? { kind: 'quantity', text, quantity } : refused(text, 'bad-quantity', { value });
    }
    case 'BADGE':
      return { kind: 'badge', text, badge: value };
    case 'LOC':
      return { kind: 'location', text, location: value.toUpperCase(), certain: true };
    case 'PO': {
      const paper = /^(.+):(\d{1,6})$/.exec(value);
      const [, po = '', revision = ''] = paper ?? [];
      return paper
        ? { kind: 'orderPaper', text, po: po.toUpperCase(), revision: Number(revision) }
        : refused(text, 'unknown-command', { name: text });
    }
    default:
      return refused(text, 'unknown-command', { name: text });
  }
}

function refused(text: string, reason: Fault['reason'], params: Fault['params']): ScannedCode {
  return { kind: 'invalid', text, reason, params, mayBeText: false };
}
