import { join, resolve } from 'node:path';

/** A file of the build, which `built.ts` has brought up to date: it starts in two thirds of the time that the sources take. */
export const programFile = (program: string): string => join(resolve(import.meta.dirname, '../..'), 'dist', program);
