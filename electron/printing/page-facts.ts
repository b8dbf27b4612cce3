import type { PageFacts } from '../../shared/contracts/api.ts';
import { POINTS_PER_MM } from './points.ts';

/** How many pages one of our PDFs has and their size, as its file itself says: what a printer will do, not what was asked for. */
export function pageFacts(pdf: Uint8Array): PageFacts {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  const millimetres = (points: string): number => Math.round(Number(points) / POINTS_PER_MM);
  return { count: text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0, widthMm: millimetres(width), heightMm: millimetres(height) };
}
