import { defineMessages } from '../define.ts';

export const ordersMessages = defineMessages({
  en: {},
  es: {},
});
