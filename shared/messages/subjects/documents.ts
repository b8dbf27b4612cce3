import { defineMessages } from '../define.ts';

export const documentsMessages = defineMessages({
  en: {},
  es: {},
});
