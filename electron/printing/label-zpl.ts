import type { LogisticsLabel } from '../../shared/documents/papers.ts';
import { missingCase } from '../../shared/lib/brand.ts';
import { MM_PER_INCH } from '../../shared/lib/measures.ts';
import { LABEL_HEIGHT, LABEL_WIDTH, labelLayout, type LabelElement } from './label-layout.ts';
import { stripes } from './stripes.ts';

export type LabelDpi = 203 | 300;

/** Height of the capital letters of the printer's scalable font 0 as part of its size. */
const FONT_0_CAP = 0.7;
/** Its letters' width as part of their height: a little narrow, so that no printer's version of the font outgrows the layout. */
const FONT_0_WIDTH = 0.95;

/**
 * The GS1 logistics label in ZPL II, one whole format from ^XA to ^XZ: UTF-8 (^CI28), explicit size, the printer's own bar codes and font.
 * Text goes as UTF-8; the caller sends the string encoded as such.
 * @throws RangeError when the SSCC is not valid.
 */
export function renderLabelZpl(label: LogisticsLabel, dpi: LabelDpi): string {
  return renderElementsZpl({ width: LABEL_WIDTH, height: LABEL_HEIGHT }, labelLayout(label), dpi);
}

/** One label with things at their places, as one whole format; lengths in millimetres. */
export function renderElementsZpl({ width, height }: { readonly width: number; readonly height: number }, elements: readonly LabelElement[], dpi: LabelDpi): string {
  const size = [`^PW${Math.round((width / MM_PER_INCH) * dpi)}`, `^LL${Math.round((height / MM_PER_INCH) * dpi)}`];
  const fields = elements.flatMap((element) => field(element, dpi));
  // Home, shift and orientation persist in a printer from one job to the next: said again every time.
  return ['^XA', '^CI28', ...size, '^LH0,0', '^LS0', '^PON', '^FWN', ...fields, '^PQ1,0,1,N', '^XZ', ''].join('\n');
}

function field(element: LabelElement, dpi: LabelDpi): readonly string[] {
  const dots = (millimetres: number): number => Math.round((millimetres / MM_PER_INCH) * dpi);
  switch (element.kind) {
    case 'text': {
      const height = dots(element.cap / FONT_0_CAP);
      return [`^FT${dots(element.x)},${dots(element.baseline)}^A0N,${height},${Math.round(height * FONT_0_WIDTH)}^FH_^FD${escapeField(element.text)}^FS`];
    }
    case 'fill': {
      const [width, height] = [Math.max(1, dots(element.width)), Math.max(1, dots(element.height))];
      return [`^FO${dots(element.x)},${dots(element.y)}^GB${width},${height},${Math.min(width, height)}^FS`];
    }
    case 'frame':
      return [`^FO${dots(element.x)},${dots(element.y)}^GB${dots(element.width)},${dots(element.height)},${dots(element.line)}^FS`];
    case 'stripes':
      return stripes(element).map(({ x, thickness }) => `^FO${dots(x)},${dots(element.y)}^GD${dots(element.height)},${dots(element.height)},${dots(thickness)},B,R^FS`);
    case 'sscc':
      // >; starts in code set C, >8 is FNC1: only so is it a GS1-128 symbol.
      return [barCode(element, `>;>800${element.sscc}`, dpi)];
    case 'code128':
      return [barCode(element, code128Data(element.text), dpi)];
    default:
      return missingCase(element);
  }
}

/** Bars in whole dots, no interpretation line of the printer's own. */
function barCode({ x, y, module, height }: { readonly x: number; readonly y: number; readonly module: number; readonly height: number }, data: string, dpi: LabelDpi): string {
  const dots = (millimetres: number): number => Math.round((millimetres / MM_PER_INCH) * dpi);
  return `^FO${dots(x)},${dots(y)}^BY${dots(module)}^BCN,${Math.ceil((height / MM_PER_INCH) * dpi)},N,N,N,N^FD${data}^FS`;
}

/** What stands for itself between ^FD and ^FS after ^FH_: the command characters and the escape itself become their hexadecimal codes. */
export const escapeField = (text: string): string => text.replace(/[\^~_]/g, (character) => `_${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Invocations of code set B for the three characters that ZPL keeps to itself. */
const INVOCATIONS: Readonly<Record<string, string>> = { '>': '>0', '^': '><', '~': '>=' };

/** Printable ASCII as ^BC field data: pairs of digits in code set C, all else in code set B. */
export function code128Data(text: string): string {
  if (/^(?:\d\d){2,}$/.test(text)) return `>;${text}`;
  return `>:${text.replace(/[>^~]/g, (character) => INVOCATIONS[character] ?? character)}`;
}
