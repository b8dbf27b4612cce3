import type { Operation } from '../../shared/contracts/operations.ts';
import type { Occurrence } from '../../shared/domain/decision.ts';
import type { Reader } from '../../shared/domain/state/world.ts';

/*
 * The goods of a site kept a second time, by no code of the product: one number for each place, and for each operation what it carried from
 * where to where. What the projections hold must be this.
 */

type Body<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>['body'];

/** What an operation carried. To take it back is to carry it the other way, as far as it still lies there. */
type Carried =
  | { readonly by: 'bin'; readonly bin: string; readonly taken: number }
  | { readonly by: 'pick'; readonly line: string; readonly eaches: number; readonly bin: string | null; readonly taken: number }
  | Stood;

interface Stood {
  readonly by: 'pack' | 'unpack';
  readonly body: Packed;
  readonly eaches: number;
}

type Packed = Pick<Body<'unit.packed'>, 'sscc' | 'po' | 'line' | 'sku' | 'carton' | 'trace'>;

const binOf = ({ sku, location }: { readonly sku: string; readonly location: string }): string => `${sku} at ${location}`;
const lineOf = ({ po, line }: { readonly po: string; readonly line: string }): string => `${po} ${line}`;
const placeOf = ({ sscc, po, line }: { readonly sscc: string; readonly po: string; readonly line: string }): string => `${sscc} ${po} ${line}`;
const pieceOf = ({ sku, trace }: Packed): string | null => (trace?.serial == null ? null : `${sku} ${trace.serial}`);

/** Numbers by name; what is not there is nothing. */
class Numbers extends Map<string, number> {
  of(name: string): number {
    return this.get(name) ?? 0;
  }

  add(name: string, eaches: number): void {
    this.set(name, this.of(name) + eaches);
  }
}

export class Goods {
  readonly #bins = new Numbers();
  readonly #picked = new Numbers();
  readonly #standing = new Numbers();
  readonly #lines = new Set<string>();
  readonly #units = new Set<string>();
  /** Where each labelled carton and each numbered piece stands. */
  readonly #cartons = new Map<string, string>();
  readonly #pieces = new Map<string, string>();
  readonly #carried = new Map<string, Carried>();
  /** What came off a unit, by its station and its number there: further parts of the act carry on at most that. */
  readonly #off = new Numbers();

  /** Notes the next operation of the order. */
  note(operation: Operation, occurrence: Occurrence): void {
    const carried = this.#carry(operation, occurrence);
    if (carried) this.#carried.set(operation.opId, carried);
  }

  /** What is not where it was carried to. */
  faults(reader: Reader): readonly string[] {
    return [
      ...differences('bin', this.#bins, reader.find('bin', {}).map((bin) => [binOf(bin), bin.boxed])),
      ...differences('picked of', this.#picked, reader.find('line', {}).map((line) => [lineOf(line), line.picked])),
      ...differences('standing on', this.#standing, reader.find('content', {}).map((content) => [placeOf(content), content.eaches])),
    ];
  }

  #carry(operation: Operation, { station, stationSeq }: Occurrence): Carried | undefined {
    const came = ({ part = 0, takes, eaches }: Pick<Body<'unit.packed'>, 'part' | 'takes' | 'eaches'>): number => (takes === undefined ? eaches : Math.min(eaches, this.#off.of(`${station} ${stationSeq - part + takes}`)));
    switch (operation.kind) {
      case 'order.received':
      case 'order.changed':
        for (const { line } of operation.body.lines) this.#lines.add(lineOf({ po: operation.body.po, line }));
        return undefined;
      case 'unit.opened':
        this.#units.add(operation.body.sscc);
        return undefined;
      case 'stock.set':
        return this.#count(operation.body);
      case 'stock.received':
        return { by: 'bin', bin: binOf(operation.body), taken: this.#take(binOf(operation.body), -operation.body.eaches) };
      case 'pick.confirmed':
        return this.#pick(operation.body);
      case 'pick.returned': {
        const back = Math.min(operation.body.eaches, this.#picked.of(lineOf(operation.body)));
        return this.#lines.has(lineOf(operation.body)) ? this.#pick({ ...operation.body, eaches: -back }) : undefined;
      }
      case 'goods.damaged':
        return this.#lose(operation.body, came(operation.body));
      case 'unit.packed':
        return this.#pack('pack', operation.body, came(operation.body));
      case 'unit.unpacked': {
        const off = this.#unpack('unpack', operation.body, operation.body.eaches);
        if (off) this.#off.set(`${station} ${stationSeq}`, off.eaches);
        return off;
      }
      case 'scan.undone':
        this.#takeBack(operation.body.undoes);
        return undefined;
      default:
        return undefined;
    }
  }

  /** Off a bin, at most what lies there; onto it when negative. */
  #take(bin: string, eaches: number): number {
    const taken = Math.min(this.#bins.of(bin), eaches);
    this.#bins.add(bin, -taken);
    return taken;
  }

  /** Only a count that was scanned can be taken back. */
  #count(body: Body<'stock.set'>): Carried | undefined {
    const bin = binOf(body);
    const taken = this.#bins.of(bin) - body.boxed;
    this.#bins.set(bin, body.boxed);
    return body.code === null ? undefined : { by: 'bin', bin, taken };
  }

  #pick({ po, line: name, sku, location, eaches }: Pick<Body<'pick.confirmed'>, 'po' | 'line' | 'sku' | 'location' | 'eaches'>): Carried | undefined {
    const line = lineOf({ po, line: name });
    if (!this.#lines.has(line)) return undefined;
    const bin = location === null ? null : binOf({ sku, location });
    const taken = bin === null ? 0 : this.#take(bin, eaches);
    this.#picked.add(line, eaches);
    return { by: 'pick', line, eaches, bin, taken };
  }

  #lose(body: Body<'goods.damaged'>, eaches: number): Carried | undefined {
    const line = lineOf(body);
    if (!this.#lines.has(line) || eaches === 0) return undefined;
    const { sku, location } = body;
    if (location !== null) return { by: 'bin', bin: binOf({ sku, location }), taken: this.#take(binOf({ sku, location }), eaches) };
    const off = Math.min(eaches, this.#picked.of(line));
    this.#picked.add(line, -off);
    return { by: 'pick', line, eaches: -off, bin: null, taken: 0 };
  }

  /** A carton or a piece that stands somewhere adds nothing. */
  #pack(by: Stood['by'], body: Packed, eaches: number): Stood | undefined {
    const { sscc, carton } = body;
    const piece = pieceOf(body);
    const twice = (carton !== null && this.#cartons.has(carton)) || (piece !== null && this.#pieces.has(piece));
    if (eaches === 0 || twice || !this.#units.has(sscc) || !this.#lines.has(lineOf(body))) return undefined;
    if (carton !== null) this.#cartons.set(carton, placeOf(body));
    if (piece !== null) this.#pieces.set(piece, placeOf(body));
    this.#standing.add(placeOf(body), eaches);
    return { by, body, eaches };
  }

  #unpack(by: Stood['by'], body: Packed, eaches: number): Stood | undefined {
    const place = placeOf(body);
    const piece = pieceOf(body);
    const elsewhere = body.carton !== null ? this.#cartons.get(body.carton) !== place : piece !== null && this.#pieces.get(piece) !== place;
    const off = Math.min(eaches, this.#standing.of(place));
    if (elsewhere || off === 0) return undefined;
    if (body.carton !== null) this.#cartons.delete(body.carton);
    if (piece !== null) this.#pieces.delete(piece);
    this.#standing.add(place, -off);
    return { by, body, eaches: off };
  }

  #takeBack(opId: string): void {
    const carried = this.#carried.get(opId);
    this.#carried.delete(opId);
    switch (carried?.by) {
      case 'bin':
        return void this.#take(carried.bin, -carried.taken);
      case 'pick': {
        // What others have put back meanwhile cannot come back to the books twice.
        const { line, bin, taken, eaches } = carried;
        if (bin !== null) this.#take(bin, -Math.min(taken, this.#picked.of(line)));
        return void this.#picked.set(line, Math.max(0, this.#picked.of(line) - eaches));
      }
      case 'pack':
        return void this.#unpack('pack', carried.body, carried.eaches);
      case 'unpack':
        return void this.#pack('unpack', carried.body, carried.eaches);
      case undefined:
    }
  }
}

function differences(what: string, wanted: Numbers, rows: readonly (readonly [string, number])[]): readonly string[] {
  const held = new Numbers(rows);
  return [...new Set([...wanted.keys(), ...held.keys()])].filter((name) => wanted.of(name) !== held.of(name)).map((name) => `${what} ${name} is ${held.of(name)}, and what was carried makes ${wanted.of(name)}`);
}
