import { defineMessages } from '../define.ts';

export const setupMessages = defineMessages({
  en: {
    'setup.refused.zone': 'This is not a time zone',
    'setup.hint.zone': 'Choose one such as America/Chicago.',
  },
  es: {
    'setup.refused.zone': 'Esto no es una zona horaria',
    'setup.hint.zone': 'Elija una como America/Chicago.',
  },
});
