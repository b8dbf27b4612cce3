import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** The network between one station and central, which can be cut and mended. What waits in it is lost, as with a cable that is pulled. */
export class Line {
  /** What is to be called in central's place. */
  readonly url: string;
  readonly #to: URL;
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #server: Server;

  private constructor(to: URL, server: Server) {
    this.#to = to;
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    this.url = `http://127.0.0.1:${this.#port}`;
    server.on('connection', this.#relay);
  }

  /** @param address of central. */
  static async lay(address: string): Promise<Line> {
    return new Line(new URL(address), await listening(0));
  }

  /** From here on nobody can call. */
  async cut(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    this.#server = (await listening(this.#port)).on('connection', this.#relay);
  }

  readonly #relay = (caller: Socket): void => {
    const called = connect(Number(this.#to.port), this.#to.hostname);
    for (const [from, to] of [[caller, called], [called, caller]] as const) {
      this.#sockets.add(from);
      // Either end may be gone at any moment: that is what this is for.
      from.on('error', () => undefined).once('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  };
}

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
