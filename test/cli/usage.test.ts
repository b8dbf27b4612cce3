import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { issueMessage, issueShape } from '../../electron/station/cli/issue.ts';
import { PRINT_KINDS } from '../../electron/station/cli/commands/print-kinds.ts';
import { buildProgram } from '../../electron/station/cli/program.ts';
import { usageText } from '../../electron/station/cli/usage.ts';
import { Words } from '../../electron/station/cli/words.ts';
import { defaultSettings, settingsPatch } from '../../shared/domain/settings/settings.ts';

const words = new Words({ locale: 'es', zone: defaultSettings.zone });

async function saidOf(args: readonly string[]): Promise<string> {
  try {
    await buildProgram('es').parseAsync(['node', 'hotdock', ...args]);
  } catch (error) {
    if (error instanceof CommanderError) return usageText(error, words);
    throw error;
  }
  throw new Error('nothing was wrong with it');
}

describe('a wrong command line is told in the language of who typed it', () => {
  const wrong: readonly (readonly [args: readonly string[], said: string])[] = [
    [['frobnicate'], 'No existe el comando frobnicate.'],
    [['queue', '--blue'], 'No existe la opción --blue.'],
    [['order'], 'Falta PO.'],
    [['queue', '--limit'], 'La opción --limit <N> necesita un valor.'],
    [['stock', 'set', 'CG'], 'Hay que indicar la opción --boxed <N>.'],
    [['queue', 'extra'], 'queue admite menos argumentos de los indicados.'],
    [['queue', '--limit', 'x'], 'x no sirve para --limit <N>. Debe ser un número entero desde 0.'],
    [['scan', '--task', 'fly'], 'fly no sirve para --task <TASK>. Sirve uno de estos: pick, pack, load, count, receive, lookup.'],
    [['print', 'nonsense', 'x'], `nonsense no sirve para KIND. Sirve uno de estos: ${PRINT_KINDS.join(', ')}.`],
  ];
  test.each(wrong)('%j', async (args, said) => {
    expect(await saidOf(args)).toBe(said);
  });
});

describe('a value that cannot be taken is told in that language too', () => {
  const said = (schema: z.ZodType, value: unknown): string => words.say(issueMessage(issueShape.parse(JSON.parse(JSON.stringify(schema.safeParse(value).error?.issues[0])))));
  const wrong: readonly (readonly [z.ZodType, unknown, string])[] = [
    [z.string().min(1), '', 'No puede estar vacío.'],
    [z.string().max(3), 'four', 'Debe tener 3 caracteres o menos.'],
    [z.int().min(0), -1, 'Debe ser 0 o más.'],
    [z.int(), 'many', 'Debe ser un número.'],
    [z.int(), 1.5, 'Debe ser un número entero.'],
    [z.enum(['en', 'es']), 'fr', 'Sirve uno de estos: en, es.'],
    [z.string().regex(/^x$/), 'y', 'No está escrito como debe.'],
    [settingsPatch, { zone: 'Nowhere' }, words.text('cli.usage.zone')],
    [settingsPatch, { shipCutoff: 'late' }, 'Debe ser una hora del día como 16:00.'],
    [settingsPatch, { companyPrefix: '12' }, 'Un prefijo de empresa GS1 tiene de 6 a 12 cifras.'],
  ];
  test.each(wrong.map(([schema, value, text]) => [text, schema, value] as const))('%s', (text, schema, value) => {
    expect(said(schema, value)).toBe(text);
  });
});

test('the help has its headings and its own options in that language', () => {
  const help = buildProgram('es').helpInformation();
  expect(help).toContain('Uso:');
  expect(help).toContain('Opciones:');
  expect(help).toContain('Comandos:');
  expect(help).not.toMatch(/Usage|Options:|Commands:|display help|output the version/);
});
