import type { Pdf } from './ink.ts';

/** Any unit, from the top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stripe that leans right by its height (45°): `x` is where it begins at the bottom, `thickness` its width along the horizontal. */
export interface Stripe {
  readonly x: number;
  readonly thickness: number;
}

/** The hot order's diagonal stripes: as many as stand whole within the rectangle, black and white alike, spread evenly. */
export function stripes({ x, width, height }: Rectangle): readonly Stripe[] {
  const thickness = height * 0.38;
  const count = Math.floor((width - height - thickness) / (2 * thickness)) + 1;
  if (count < 1) return [];
  const period = count === 1 ? 0 : (width - height - thickness) / (count - 1);
  return Array.from({ length: count }, (_, index) => ({ x: x + index * period, thickness }));
}

export function drawStripes(pdf: Pdf, rectangle: Rectangle): void {
  const { y, height } = rectangle;
  for (const { x, thickness } of stripes(rectangle)) {
    pdf.polygon([x, y + height], [x + height, y], [x + height + thickness, y], [x + thickness, y + height]);
  }
  pdf.fill('black');
}
