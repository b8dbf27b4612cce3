import { defineMessages } from '../define.ts';

export const demoMessages = defineMessages({
  en: {},
  es: {},
});
