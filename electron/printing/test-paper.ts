import type { TestPaper } from '../../shared/documents/papers.ts';
import { mediaSize, type PrinterMedia } from '../../shared/domain/printing/printer.ts';
import { say } from '../../shared/messages/say.ts';
import { code128, moduleCount } from './bars.ts';
import { ellipsize, wrap, type Measure } from './fit.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { textWidth } from './ink.ts';
import { LABEL_NARROW, type LabelElement } from './label-layout.ts';
import { renderElementsPdf } from './label-pdf.ts';
import { renderElementsZpl, type LabelDpi } from './label-zpl.ts';
import { printedText } from './moments.ts';
import { printable } from './printable.ts';

/** Office printers do not print nearer to the edge than about 4.2 mm; a label printer's frame may. */
const EDGE: Readonly<Record<PrinterMedia, number>> = { '4x6': 2, A4: 6, Letter: 6 };
const TITLE_CAP = 6;
const CAP = 3.2;
const MODULE = 0.5;
const BARS = 20;
/** What the bars say: nothing that means anything to a station. */
const CODE = 'HOTDOCK TEST';

const measure = (cap: number, weight: 'regular' | 'bold'): Measure => (text) => textWidth(text, { weight, size: cap / CAP_HEIGHT, narrow: LABEL_NARROW });

function layout(paper: TestPaper): readonly LabelElement[] {
  const { width, height } = mediaSize[paper.media];
  const edge = EDGE[paper.media];
  const x = edge + 6;
  const room = width - 2 * x;
  const texts = wrap(say(paper.locale, 'printing.test.text'), room, 4, measure(CAP, 'regular'));
  const facts = [printable(paper.printer), printable(paper.station), `${paper.media} · ${printedText(paper, paper.printedAt)}`];
  const lines = [...facts.map((text) => ellipsize(text, room, measure(CAP, 'regular'))), ...texts];
  const bars = { x: Math.max(x, (width - moduleCount(code128(CODE)) * MODULE) / 2), y: edge + 24 + lines.length * 6.5, module: MODULE, height: BARS };
  return [
    { kind: 'frame', x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge, line: 0.5 },
    { kind: 'text', x, baseline: edge + 14, cap: TITLE_CAP, text: say(paper.locale, 'printing.test.title'), weight: 'bold', code: false },
    ...lines.map((text, index): LabelElement => ({ kind: 'text', x, baseline: edge + 22 + index * 6.5, cap: CAP, text, weight: 'regular', code: false })),
    { kind: 'code128', text: CODE, ...bars },
  ];
}

export function renderTestPdf(paper: TestPaper): Promise<Uint8Array> {
  return renderElementsPdf({ title: say(paper.locale, 'printing.test.title'), ...mediaSize[paper.media], locale: paper.locale, at: paper.printedAt }, layout(paper));
}

export const renderTestZpl = (paper: TestPaper, dpi: LabelDpi): string => renderElementsZpl(mediaSize[paper.media], layout(paper), dpi);
