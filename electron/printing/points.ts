import { MM_PER_INCH } from '../../shared/lib/measures.ts';

/** PDF measures in points of 1/72 inch. By itself, so that who only reads a page's size does not load what makes PDFs. */
export const POINTS_PER_MM = 72 / MM_PER_INCH;
