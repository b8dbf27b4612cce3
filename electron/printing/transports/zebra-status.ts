import { message, type Message } from '../../../shared/messages/say.ts';

/**
 * The answer to ~HS (Zebra, ZPL II Programming Guide, "~HS Host Status Return"): three strings between STX and ETX.
 * The first is `aaa,b,c,dddd,eee,f,g,h,iii,j,k,l`: b paper out, c pause, eee formats in the receive buffer, f buffer full, k under and
 * l over temperature. The second is `mmm,n,o,p,q,r,s,t,uuuuuuuu,v,www`: o head up, p ribbon out, u labels left of the batch.
 */
export interface ZebraStatus {
  readonly paperOut: boolean;
  readonly paused: boolean;
  readonly bufferFull: boolean;
  readonly cold: boolean;
  readonly hot: boolean;
  readonly headOpen: boolean;
  readonly ribbonOut: boolean;
  /** It holds labels that are not printed yet. */
  readonly busy: boolean;
}

const STRINGS = /\u0002([^\u0002\u0003]*)\u0003/g;

/** The status in what a printer has said so far; undefined until both strings that matter are whole. */
export function readZebraStatus(text: string): ZebraStatus | undefined {
  const strings = [...text.matchAll(STRINGS)].map(([, inside = '']) => inside.split(',').map((field) => field.trim()));
  // The third string of an answer before may come late and stand first.
  const at = strings.findIndex(({ length }) => length >= 12);
  const [first, second] = [strings[at], strings[at + 1]];
  if (first === undefined || second === undefined || second.length < 11) return undefined;
  const set = (fields: readonly string[], index: number): boolean => fields[index] === '1';
  return {
    paperOut: set(first, 1),
    paused: set(first, 2),
    bufferFull: set(first, 5),
    cold: set(first, 10),
    hot: set(first, 11),
    headOpen: set(second, 2),
    ribbonOut: set(second, 3),
    busy: Number(first[4]) > 0 || Number(second[8]) > 0,
  };
}

/** What a person has to do at the printer, the most telling first; null when it can print. An open head also reports no paper. */
export function faultOf(status: ZebraStatus): Message | null {
  if (status.headOpen) return message('printing.fault.headOpen');
  if (status.paperOut) return message('printing.fault.paperOut');
  if (status.ribbonOut) return message('printing.fault.ribbonOut');
  if (status.cold || status.hot) return message('printing.fault.temperature');
  if (status.bufferFull) return message('printing.fault.full');
  return status.paused ? message('printing.fault.paused') : null;
}
