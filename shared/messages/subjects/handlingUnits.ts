import { defineMessages } from '../define.ts';

export const handlingUnitsMessages = defineMessages({
  en: {},
  es: {},
});
