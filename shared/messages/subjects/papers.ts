import { defineMessages } from '../define.ts';

export const papersMessages = defineMessages({
  en: {},
  es: {},
});
