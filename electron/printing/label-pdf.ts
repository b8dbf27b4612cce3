import type { Locale, LogisticsLabel } from '../../shared/documents/papers.ts';
import { missingCase } from '../../shared/lib/brand.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { say } from '../../shared/messages/say.ts';
import { code128, drawBars, ssccBars } from './bars.ts';
import { closePdf, openPdf } from './document.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { write, type Pdf } from './ink.ts';
import { LABEL_HEIGHT, LABEL_NARROW, LABEL_WIDTH, labelLayout, type LabelElement } from './label-layout.ts';
import { POINTS_PER_MM } from './points.ts';
import { drawStripes, type Rectangle } from './stripes.ts';

interface ElementsPage {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly at: Instant;
}

/**
 * The GS1 logistics label as a PDF page of exactly 4 x 6 in.
 * @throws RangeError when the SSCC is not valid.
 */
export function renderLabelPdf(label: LogisticsLabel): Promise<Uint8Array> {
  const page = { title: say(label.locale, 'papers.label.of', { sscc: label.sscc }), width: LABEL_WIDTH, height: LABEL_HEIGHT, locale: label.locale, at: label.printedAt };
  return renderElementsPdf(page, labelLayout(label));
}

/** One page with things at their places; lengths in millimetres. */
export function renderElementsPdf({ width, height, ...page }: ElementsPage, elements: readonly LabelElement[]): Promise<Uint8Array> {
  const pdf = openPdf({ ...page, size: [width * POINTS_PER_MM, height * POINTS_PER_MM] });
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
