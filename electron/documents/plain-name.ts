/** A document's number as part of a file name, with nothing in it that means something to a file system. */
export const plainName = (text: string): string => text.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 60);
