import { defineMessages } from '../define.ts';

export const appMessages = defineMessages({
  en: {},
  es: {},
});
