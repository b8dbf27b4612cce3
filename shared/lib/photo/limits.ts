const MB = 1024 * 1024;

/** Bytes of a kept photo at most. One of `LONGEST_SIDE` has 200 to 500 KB. */
export const LARGEST_PHOTO = MB;

/** Pixels of its longer side: the label on a pallet two metres away can still be read. */
export const LONGEST_SIDE = 1_600;

/** Bytes of a file that is offered; a page makes it smaller before it is kept. */
export const LARGEST_FILE = 25 * MB;
