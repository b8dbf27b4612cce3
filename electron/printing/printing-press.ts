import { Worker } from 'node:worker_threads';
import type { RenderJob, PrintReply, PrintRequest } from './job.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Renders papers in a thread of its own, started when something is first printed. */
export class PrintingPress {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** The PDF of a job. Rejects with the renderer's own words when it cannot be made. */
  render(job: RenderJob): Promise<Uint8Array> {
    this.#lastId += 1;
    const request: PrintRequest = { id: this.#lastId, job };
    const done = new Promise<Uint8Array>((resolve, reject) => this.#waiting.set(request.id, { resolve, reject }));
    const worker = this.#start();
    worker.ref();
    worker.postMessage(request);
    return done;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL(entry, import.meta.url));
    worker.on('message', (reply: PrintReply) => this.#settle(reply));
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker = worker;
    return worker;
  }

  #settle(reply: PrintReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    // An idle press must not keep a finished command alive.
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('bytes' in reply) waiting?.resolve(reply.bytes);
    else waiting?.reject(new Error(reply.fault));
  }

  /** The thread died: what it was asked fails, and the next job starts another. */
  #fail(error: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** From the sources the worker is a source beside this one; in the build it is a bundle beside the station's. */
const entry = import.meta.url.endsWith('.ts') ? './print-worker.ts' : './print-worker.mjs';
