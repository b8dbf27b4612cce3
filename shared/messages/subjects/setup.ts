import { defineMessages } from '../define.ts';

export const setupMessages = defineMessages({
  en: {},
  es: {},
});
