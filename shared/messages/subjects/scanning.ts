import { defineMessages } from '../define.ts';

export const scanningMessages = defineMessages({
  en: {},
  es: {},
});
