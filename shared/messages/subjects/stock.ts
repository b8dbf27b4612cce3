import { defineMessages } from '../define.ts';

export const stockMessages = defineMessages({
  en: {},
  es: {},
});
