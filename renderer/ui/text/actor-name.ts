import type { PersonRef } from '../../../shared/contracts/views.ts';
import type { Words } from '../i18n.tsx';

/** Who did something: a person's name, or the station itself and the administrator's console in the reader's words. */
export function actorName({ t }: Pick<Words, 't'>, { staffId, name }: PersonRef): string {
  return staffId === 'station' || staffId === 'console' ? t('common.actor', { who: staffId }) : name;
}
