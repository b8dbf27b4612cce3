import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { useScanClaim, useScanDoor, useSounds } from '../../app/scan-door.tsx';

const GTIN_FIELDS = ['gtinEach', 'gtinCase', 'gtinPallet'] as const;
type GtinField = (typeof GTIN_FIELDS)[number];

/** While one of a product form's GTIN fields has the focus, a scanned GTIN is written into it; any other scan counts as always. */
export function useScannedGtin(take: (field: GtinField, gtin: string) => void): void {
  const door = useScanDoor();
  const sounds = useSounds();
  useScanClaim((text) => {
    const focused = document.activeElement;
    const field = focused instanceof HTMLInputElement ? GTIN_FIELDS.find((name) => name === focused.name) : undefined;
    const code = decodeScan(text);
    if (field === undefined || code.kind !== 'gtin') return door.scan(text);
    sounds.play('info');
    // As it is printed: UPC and EAN are stored with zeros in front.
    take(field, code.gtin14.replace(/^0{1,2}/, ''));
  });
}
