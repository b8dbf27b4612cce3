import { defineMessages } from '../define.ts';

export const shipmentMessages = defineMessages({
  en: {},
  es: {},
});
