import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { Random } from '../../simulation/random.ts';
import type { Stream, Toxic } from './toxics.ts';

type Kind<Type extends Toxic['type']> = Extract<Toxic, { type: Type }>;

/** The line between a station and central, over which bytes go, or do not. Its toxics may be changed at any time. */
export class ChaosProxy {
  readonly #server: Server;
  readonly #random: Random;
  readonly #open = new Set<Socket>();
  #toxics: readonly Toxic[] = [];
  /** Where central is now: a new one may answer on another port. */
  target = 0;

  static async start(random: Random): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(random);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  private constructor(random: Random) {
    this.#random = random;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the proxy does not listen');
    return address.port;
  }

  /** From now on the line is as bad as this; whole with none. What was lost on a connection stays lost on it. */
  set toxics(toxics: readonly Toxic[]) {
    this.#toxics = toxics;
    if (this.#has('down') || this.#has('reset_peer')) this.#cut();
  }

  close(): void {
    this.#server.close();
    this.#cut();
  }

  #cut(): void {
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  #accept(station: Socket): void {
    const reset = this.#find('reset_peer');
    if (this.#has('down')) {
      station.resetAndDestroy();
      return;
    }
    if (reset) void after(reset.timeout).then(() => station.resetAndDestroy());
    const central = connect(this.target, '127.0.0.1');
    this.#join(station, central);
    void this.#carry(station, central, 'upstream');
    void this.#carry(central, station, 'downstream');
  }

  /** What breaks one half breaks the other. */
  #join(station: Socket, central: Socket): void {
    for (const [one, other] of [[station, central], [central, station]] as const) {
      this.#open.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.resetAndDestroy());
      one.once('close', () => {
        this.#open.delete(one);
        // One that has said all it had to say: that may still be on its way.
        if (!one.readableEnded) other.destroy();
      });
    }
  }

  async #carry(from: Socket, to: Socket, stream: Stream): Promise<void> {
    let lost = false;
    let carried = 0;
    try {
      for await (const chunk of from.iterator({ destroyOnReturn: false })) {
        for (const piece of this.#slices(chunk as Buffer, stream)) {
          await this.#wait(piece.length, stream);
          // Bytes are never left out of a stream: a connection that lost some is silent from there on.
          lost ||= this.#find('timeout', stream) !== undefined;
          if (lost) continue;
          carried += piece.length;
          if (carried > (this.#find('limit_data', stream)?.bytes ?? Infinity)) {
            to.resetAndDestroy();
            return;
          }
          await new Promise<void>((resolve) => to.write(piece, () => resolve()));
        }
      }
      if (!lost) to.end();
    } catch {
      to.destroy();
    }
  }

  *#slices(chunk: Buffer, stream: Stream): Generator<Buffer> {
    for (let from = 0; from < chunk.length; ) {
      const slicer = this.#find('slicer', stream);
      const bandwidth = this.#find('bandwidth', stream);
      const size = Math.max(1, Math.min(
        slicer ? slicer.averageSize + this.#random.between(-slicer.sizeVariation, slicer.sizeVariation) : chunk.length,
        // A tenth of a second at a time: a line that is whole again is so at once.
        bandwidth ? Math.ceil(bandwidth.bytesPerSecond / 10) : chunk.length,
      ));
      yield chunk.subarray(from, from + size);
      from += size;
    }
  }

  async #wait(bytes: number, stream: Stream): Promise<void> {
    const latency = this.#find('latency', stream);
    const bandwidth = this.#find('bandwidth', stream);
    const slicer = this.#find('slicer', stream);
    const milliseconds =
      (latency ? latency.latency + this.#random.between(0, latency.jitter) : 0) +
      (bandwidth ? (bytes * 1_000) / bandwidth.bytesPerSecond : 0) +
      (slicer?.delay ?? 0);
    if (milliseconds > 0) await after(milliseconds);
  }

  #find<Type extends Toxic['type']>(type: Type, stream?: Stream): Kind<Type> | undefined {
    return this.#toxics.find((toxic): toxic is Kind<Type> => toxic.type === type && (stream === undefined || !('stream' in toxic) || toxic.stream === stream));
  }

  #has(type: Toxic['type']): boolean {
    return this.#find(type) !== undefined;
  }
}
