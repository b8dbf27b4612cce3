import type { MessageKey } from '../shared/messages/catalogue.ts';
import { message, say, type Message, type MessageParams } from '../shared/messages/say.ts';

/** Why central cannot start or do what its command line asks, for whoever runs it: what is wrong and what to do. */
export class Fault extends Error {
  readonly said: Message;

  constructor(key: MessageKey, params: MessageParams = {}, cause?: unknown) {
    super(say('en', key, params), { cause });
    this.said = message(key, params);
  }
}
