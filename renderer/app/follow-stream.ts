import { lineEnded } from './station.tsx';

/**
 * Tells each value of a stream of the station, until the stream or the line ends or the answer is called. It is let go through its iterator:
 * an AbortSignal would be sent over a line that may be closed by then, and nobody could catch that.
 */
export function followStream<Value>(opened: Promise<AsyncIterator<Value, unknown, void>>, tell: (value: Value) => void): () => void {
  let following = true;
  const read = async (): Promise<void> => {
    const stream = await opened;
    for (let next = await stream.next(); following && next.done !== true; next = await stream.next()) tell(next.value);
  };
  const letGo = async (): Promise<void> => {
    await (await opened).return?.();
  };
  read().catch(lineEnded);
  return () => {
    following = false;
    letGo().catch(lineEnded);
  };
}
