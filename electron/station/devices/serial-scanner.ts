import type { ScannerSettings } from '../../../shared/contracts/devices.ts';
import { unspellControls } from '../../../shared/lib/control-characters.ts';
import { LineScanner } from '../../../shared/lib/wedge/line-scanner.ts';
import { SerialLine, type LineListeners } from './serial-line.ts';

interface SerialScannerParts {
  readonly onScan: (text: string, incomplete: boolean) => void;
  readonly onState: LineListeners['onState'];
}

/** A scanner on a serial port: what arrives goes through the same rules as a keyboard scanner's keys. */
export function openSerialScanner(settings: ScannerSettings, { onScan, onState }: SerialScannerParts): SerialLine {
  const scanner = new LineScanner(
    { end: settings.end, prefix: unspellControls(settings.prefix), gsText: unspellControls(settings.gsText) },
    {
      now: () => performance.now(),
      later: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      onScan: (text) => onScan(text, false),
      onIncomplete: (text) => onScan(text, true),
    },
  );
  return new SerialLine(settings, {
    onText: (text) => scanner.feed(text),
    onState: (state, detail) => {
      if (state !== 'connected') scanner.end();
      onState(state, detail);
    },
  });
}
