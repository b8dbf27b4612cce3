import { defineMessages } from '../define.ts';

export const staffMessages = defineMessages({
  en: {},
  es: {},
});
