import { onTestFinished } from 'vitest';
import { FakePrinter, type Manner } from './fake-printer.ts';

/** A printer that is off when the test is over. Port 0 takes any. */
export async function printerOn(port: number, manner: Manner): Promise<FakePrinter> {
  const printer = await FakePrinter.on(port, manner);
  onTestFinished(() => printer.off());
  return printer;
}
