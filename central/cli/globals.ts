import type { Output } from './output.ts';

export interface Globals {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly output: Output;
}
