import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const inRoot = (...parts: readonly string[]): string => resolve(root, ...parts);
