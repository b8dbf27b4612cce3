import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Lamps {
  readonly paperOut?: boolean;
  readonly paused?: boolean;
  readonly headOpen?: boolean;
  readonly ribbonOut?: boolean;
  /** It has a label that is not printed yet. */
  readonly busy?: boolean;
}

/** How a printer treats what is sent to it. */
export interface Manner {
  /** Answers ~HS with its lamps; null: never answers. */
  readonly lamps: Lamps | null;
  /** Ends the connection when the other side has ended its half. */
  readonly closes: boolean;
  /** Takes one connection at a time, as many print servers do (with `closes`, or it never ends): others are refused, or wait until it has ended. Absent: any number. */
  readonly others?: 'refused' | 'wait';
  /** Breaks the connection after so many bytes of a paper. */
  readonly diesAfter?: number;
  /** Stops reading after so many bytes of a paper, and says nothing any more. */
  readonly freezesAfter?: number;
  /** Called when the first bytes of a paper are there, before anything is answered. */
  readonly onPaper?: () => void;
}

const STATUS_QUESTION = '~HS\r\n';

/** The paper, and only the paper, is a fake: a port that takes bytes as a printer does, and remembers what it printed. */
export class FakePrinter {
  /** What each connection brought, questions of status taken out. */
  readonly papers: string[] = [];
  manner: Manner;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #waiting: Socket[] = [];
  #listeners: (() => void)[] = [];
  #turnedAway = 0;

  private constructor(manner: Manner) {
    this.manner = manner;
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#arrived(socket));
  }

  static async on(port: number, manner: Manner): Promise<FakePrinter> {
    const printer = new FakePrinter(manner);
    printer.#server.listen(port, '127.0.0.1');
    await once(printer.#server, 'listening');
    return printer;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  off(): void {
    this.#server.close();
    for (const socket of [...this.#waiting.splice(0), ...this.#sockets]) socket.destroy();
  }

  /** Ends every connection in order, as a printer does that has read all of it. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.end();
  }

  /** Resolves once so many connections have brought something. */
  async printed(count: number): Promise<readonly string[]> {
    while (this.papers.length < count) await new Promise<void>((resolve) => this.#listeners.push(resolve));
    return this.papers;
  }

  /** Resolves once every connection has ended: what was sent is then all in `papers`. */
  async idle(): Promise<void> {
    while (this.#sockets.size > 0) await new Promise<void>((resolve) => this.#listeners.push(resolve));
  }

  /** Resolves once so many more connections were refused or had to wait because another one was open. */
  async turnedAway(more: number): Promise<void> {
    const wanted = this.#turnedAway + more;
    while (this.#turnedAway < wanted) await new Promise<void>((resolve) => this.#listeners.push(resolve));
  }

  #arrived(socket: Socket): void {
    const { others } = this.manner;
    if (others === undefined || this.#sockets.size === 0) return this.#serve(socket);
    this.#turnedAway += 1;
    for (const listener of this.#listeners.splice(0)) listener();
    socket.on('error', () => undefined);
    if (others === 'refused') socket.resetAndDestroy();
    else this.#waiting.push(socket);
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let got = '';
    let kept = false;
    const keep = (): void => {
      if (!kept && got !== '') this.papers.push(got);
      kept = true;
      for (const listener of this.#listeners.splice(0)) listener();
    };
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      keep();
      const next = this.#waiting.shift();
      if (next) this.#serve(next);
    });
    socket.on('end', () => {
      keep();
      if (this.manner.closes) socket.end();
    });
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      if (got === '' && text.replaceAll(STATUS_QUESTION, '') !== '') this.manner.onPaper?.();
      for (let at = text.indexOf(STATUS_QUESTION); at >= 0; at = text.indexOf(STATUS_QUESTION, at + 1)) {
        const { lamps } = this.manner;
        if (lamps) socket.write(statusOf(lamps));
      }
      got += text.replaceAll(STATUS_QUESTION, '');
      const { diesAfter, freezesAfter } = this.manner;
      if (diesAfter !== undefined && got.length > diesAfter) socket.resetAndDestroy();
      else if (freezesAfter !== undefined && got.length > freezesAfter) socket.pause();
    });
  }
}

/** The three strings of a Zebra, as its programming guide shows them. */
function statusOf({ paperOut = false, paused = false, headOpen = false, ribbonOut = false, busy = false }: Lamps): string {
  const bit = (on: boolean): string => (on ? '1' : '0');
  return [`030,${bit(paperOut)},${bit(paused)},1245,00${bit(busy)},0,0,0,000,0,0,0`, `000,0,${bit(headOpen)},${bit(ribbonOut)},0,2,4,0,00000000,1,000`, '1234,0'].map((text) => `\u0002${text}\u0003\r\n`).join('');
}
