import type { LogisticsLabel } from '../../shared/documents/papers.ts';
import { missingCase } from '../../shared/lib/brand.ts';
import { say } from '../../shared/messages/say.ts';
import { code128, drawBars, ssccBars } from './bars.ts';
import { closePdf, openPdf, POINTS_PER_MM } from './document.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { write, type Pdf } from './ink.ts';
import { LABEL_HEIGHT, LABEL_NARROW, LABEL_WIDTH, labelLayout, type LabelElement } from './label-layout.ts';
import { drawStripes, type Rectangle } from './stripes.ts';

/**
 * The GS1 logistics label as a PDF page of exactly 4 x 6 in.
 * @throws RangeError when the SSCC is not valid.
 */
export function renderLabelPdf(label: LogisticsLabel): Promise<Uint8Array> {
  const elements = labelLayout(label);
  const size = [LABEL_WIDTH * POINTS_PER_MM, LABEL_HEIGHT * POINTS_PER_MM] as const;
  const pdf = openPdf({ title: say(label.locale, 'papers.label.of', { sscc: label.sscc }), size, locale: label.locale, at: label.printedAt });
  pdf.addPage();
  for (const element of elements) draw(pdf, element);
  return closePdf(pdf);
}

const pt = (millimetres: number): number => millimetres * POINTS_PER_MM;

const inPoints = ({ x, y, width, height }: Rectangle): Rectangle => ({ x: pt(x), y: pt(y), width: pt(width), height: pt(height) });

function draw(pdf: Pdf, element: LabelElement): void {
  switch (element.kind) {
    case 'text':
      return write(pdf, element.text, pt(element.x), pt(element.baseline), { weight: element.weight, code: element.code, narrow: LABEL_NARROW, size: pt(element.cap) / CAP_HEIGHT });
    case 'fill': {
      const { x, y, width, height } = inPoints(element);
      pdf.rect(x, y, width, height).fill('black');
      return;
    }
    case 'frame': {
      // The line lies inside the rectangle, as a printer draws its boxes.
      const line = pt(element.line);
      const { x, y, width, height } = inPoints(element);
      pdf.rect(x + line / 2, y + line / 2, width - line, height - line).lineWidth(line).stroke('black');
      return;
    }
    case 'stripes':
      return drawStripes(pdf, inPoints(element));
    case 'sscc':
      return drawBars(pdf, ssccBars(element.sscc), pt(element.x), pt(element.y), pt(element.module), pt(element.height));
    case 'code128':
      return drawBars(pdf, code128(element.text), pt(element.x), pt(element.y), pt(element.module), pt(element.height));
    default:
      return missingCase(element);
  }
}
