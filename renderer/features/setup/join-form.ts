import { z } from 'zod';
import { pairForm } from '../sync/pair-form.ts';
import { uses } from './answers.ts';

/** What pairing asks for, and how this station is called and used. */
export const joinForm = z
  .object({ stationName: z.string().trim().min(1).max(40), stationUse: z.enum(uses) })
  .and(pairForm);

export type JoinAnswers = z.input<typeof joinForm>;
export type JoinOutput = z.output<typeof joinForm>;
