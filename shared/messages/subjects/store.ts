import { defineMessages } from '../define.ts';

export const storeMessages = defineMessages({
  en: {},
  es: {},
});
