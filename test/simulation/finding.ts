/** What is looked at, by the name under which a failing seed says it. */
export type CheckName =
  /** Everything is everywhere soon after the line is whole. */
  | 'drained'
  /** No error that nobody put in. */
  | 'faults'
  /** A scan is answered as its scenario declares, and with the state that the task then is in. */
  | 'scans'
  /** What was saved, and that any disk still holds, is in the order. */
  | 'saved'
  /** And once only. */
  | 'once'
  /** Nothing is in the order that nobody did. */
  | 'nobody'
  /** A place that central gave in an answer stays the place. */
  | 'answered'
  /** Each history stands in the order as it was written, without a gap. */
  | 'contiguous'
  /** A fold of the order gives the verdicts and cases that central gave. */
  | 'verdicts'
  /** Central's projections are the fold of the order. */
  | 'central'
  /** And so are a station's. */
  | 'station'
  /** A station has each operation's place, verdict and cases as the order has them. */
  | 'confirmed'
  /** A station's journal holds all that was ever saved on its disk or taken in. */
  | 'journal'
  /** A station's tables are what its own journal adds up to. */
  | 'rebuild'
  /** Before it is drained, a station shows the order as far as it knows it with its own pending work on top. */
  | 'seen'
  /** Totals are the sums of their parts; nothing is below nothing. */
  | 'books'
  /** What is in bins, picked and on units is what was received, counted, taken, packed and lost. */
  | 'goods'
  /** Lots and serial numbers add up to what stands on units. */
  | 'traces'
  /** A serial number counts once, and a case says where it was met a second time. */
  | 'serials'
  /** Goods beyond what there is to do have the case that says so. */
  | 'cases'
  /** Nobody counts as having seen what they had not, whatever life of central they wrote in. */
  | 'unseen'
  /** Documents that the order names are at central. */
  | 'documents';

export interface Finding {
  readonly check: CheckName;
  readonly text: string;
}

export const found = (check: CheckName) => (text: string): Finding => ({ check, text });
