import { defineMessages } from '../define.ts';

export const refusalsMessages = defineMessages({
  en: {},
  es: {},
});
