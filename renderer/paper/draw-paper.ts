import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import { PAPER_FILE, type DrawnPaper } from '../../shared/contracts/desktop-printing.ts';
import { MM_PER_INCH } from '../../shared/lib/measures.ts';

/** PDF measures in points of 1/72 in. */
const POINTS = 72;
/** So much of a sheet's end stays empty: a page that is the smallest part too long or wide would be shrunk, or flow onto another sheet. */
const SLACK_MM = 0.1;

export interface Drawing {
  /** Dots per inch. */
  readonly dots: number;
  /** Each dot black or white: what a label printer would otherwise make of grey edges makes bars uneven. */
  readonly blackOnly: boolean;
}

/**
 * Draws every page of the paper as a picture in the printer's own dots, each as large as the page is; answers their sizes when all are there.
 * Rejects when one cannot be drawn.
 */
export async function drawPaper({ dots, blackOnly }: Drawing): Promise<DrawnPaper> {
  GlobalWorkerOptions.workerPort = new Worker(new URL('pdf-worker.ts', import.meta.url), { type: 'module' });
  const paper = await getDocument({ url: PAPER_FILE }).promise;
  const pages: DrawnPaper['pages'] = [];
  // One after the other on one canvas: a page at 300 dots an inch takes 35 MB until it is a picture.
  const canvas = document.createElement('canvas');
  for (let number = 1; number <= paper.numPages; number += 1) pages.push(await drawPage(paper, number, canvas, { dots, blackOnly }));
  const [first] = pages;
  if (first) sizePages(first);
  return { pages };
}

async function drawPage(paper: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, { dots, blackOnly }: Drawing): Promise<DrawnPaper['pages'][number]> {
  const page = await paper.getPage(number);
  const size = sizeOf(page);
  const viewport = page.getViewport({ scale: dots / POINTS });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  if (blackOnly) inBlackAndWhite(canvas);
  const picture = new Image();
  picture.src = URL.createObjectURL(await pngOf(canvas));
  await picture.decode();
  picture.style.width = `${size.width}mm`;
  picture.style.height = `${size.height}mm`;
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.style.width = `${size.width - SLACK_MM}mm`;
  sheet.style.height = `${size.height - SLACK_MM}mm`;
  sheet.append(picture);
  document.body.append(sheet);
  page.cleanup();
  return size;
}

function sizeOf(page: PDFPageProxy): { readonly width: number; readonly height: number } {
  const { width, height } = page.getViewport({ scale: MM_PER_INCH / POINTS });
  return { width, height };
}

/** The browser's own page has that size too, and no margins. A rule made here, for the page's policy lets no style element in. */
function sizePages({ width, height }: { readonly width: number; readonly height: number }): void {
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0; }`);
  document.adoptedStyleSheets.push(rules);
}

function inBlackAndWhite(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the page has no canvas');
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 255, green = 255, blue = 255] = data.subarray(at, at + 3);
    data.fill(red + green + blue < 3 * 128 ? 0 : 255, at, at + 3);
  }
  context.putImageData(picture, 0, 0);
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the page made no picture'))), 'image/png');
  });
}
