import { parentPort, Worker, isMainThread, workerData } from 'node:worker_threads';

/*
 * Questions that come to a station from outside at a steady pace, each with the moment it was asked: how long an answer takes then
 * includes how long the question waited for the event loop. This file is the worker that asks, too.
 */

const now = (): number => performance.timeOrigin + performance.now();

export interface Asking {
  /** Milliseconds from question to answer, of all so far. */
  readonly answers: readonly number[];
  readonly stop: () => Promise<void>;
}

/** Asks every so many milliseconds and lets `answer` answer. */
export async function ask(everyMs: number, answer: () => void): Promise<Asking> {
  const answers: number[] = [];
  const worker = new Worker(new URL(import.meta.url), { workerData: everyMs });
  await new Promise((resolve) => worker.once('online', resolve));
  worker.on('message', (askedAt: number) => {
    answer();
    answers.push(now() - askedAt);
  });
  return {
    answers,
    stop: async () => {
      await worker.terminate();
    },
  };
}

if (!isMainThread && typeof workerData === 'number') setInterval(() => parentPort?.postMessage(now()), workerData);
