import { z } from 'zod';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import { message, type Message } from '../../../shared/messages/say.ts';

/** What a check found wrong with a value, as its schema reports it here and over the wire. */
export const issueShape = z.object({
  code: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).default([]),
  origin: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  expected: z.string().optional(),
  values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).default([]),
  params: z.object({ expected: z.string().optional() }).optional(),
});
export type Issue = z.infer<typeof issueShape>;

/** How our own checks want a value to be written. */
const WRITTEN_AS: Readonly<Record<string, MessageKey>> = { zone: 'cli.usage.zone', time: 'cli.issue.time', prefix: 'cli.issue.prefix' };

/** The reason in the catalogue's words: the schema library has its own, in English. */
export function issueMessage({ code, origin = '', minimum = 0, maximum = 0, expected, values, params }: Issue): Message {
  const kind = origin === 'string' || origin === 'array' ? origin : 'number';
  switch (code) {
    case 'too_small':
      return message('cli.issue.small', { kind, least: minimum });
    case 'too_big':
      return message('cli.issue.big', { kind, most: maximum });
    case 'invalid_value':
      return message('cli.usage.choices', { choices: values.map(String).join(', ') });
    case 'invalid_type':
      return message('cli.issue.type', { expected: expected ?? 'other' });
    case 'custom':
      return message(WRITTEN_AS[params?.expected ?? ''] ?? 'cli.issue.form');
    default:
      return message('cli.issue.form');
  }
}
