import type { CommanderError } from 'commander';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import type { Words } from './words.ts';

const TEXTS: Readonly<Record<string, MessageKey>> = {
  'commander.help': 'cli.usage.command',
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.optionMissingArgument': 'cli.usage.missingValue',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.excessArguments': 'cli.usage.excess',
  'commander.invalidArgument': 'cli.usage.invalid',
};

/**
 * What is wrong with a command line, in the language of who typed it. Commander says it in English only, with the names
 * in quotes: `option '--limit <N>' argument 'x' is invalid.` and then our own words, or its list of choices; of an argument the other way
 * round: `command-argument value 'x' is invalid for argument 'KIND'.`
 */
export function usageText({ code, message }: CommanderError, words: Words): string {
  const key = TEXTS[code];
  if (key === undefined) return message.replace(/^error: /, '');
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text);
  const [name = '', value = ''] = / is invalid for argument '/.test(message) ? [quoted[1], quoted[0]] : quoted;
  const reason = / is invalid(?: for argument '[^']*')?\. (.*)$/s.exec(message)?.[1] ?? '';
  const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  return words.text(key, { name, value, why: choices === undefined ? reason : words.text('cli.usage.choices', { choices }) });
}
