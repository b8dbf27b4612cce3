import { defineMessages } from '../define.ts';

export const metricsMessages = defineMessages({
  en: {},
  es: {},
});
