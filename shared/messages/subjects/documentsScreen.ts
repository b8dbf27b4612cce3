import { defineMessages } from '../define.ts';

export const documentsScreenMessages = defineMessages({
  en: {
    'documentsScreen.refused.noFile': 'There is no such document',
  },
  es: {
    'documentsScreen.refused.noFile': 'No existe ese documento',
  },
});
