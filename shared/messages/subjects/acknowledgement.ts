import { defineMessages } from '../define.ts';

export const acknowledgementMessages = defineMessages({
  en: {},
  es: {},
});
