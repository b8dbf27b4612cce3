import type { CaseView } from '../../../shared/contracts/views.ts';
import type { CaseSide } from '../../../shared/domain/state/entities.ts';
import { useText } from '../../ui/i18n.tsx';
import { Text } from '../../ui/text/text.tsx';
import './cases.css';

/** Both sides of a contradiction beside each other: what was done, by whom, where, when. */
export function CaseSides({ view }: { readonly view: CaseView }) {
  const { t } = useText();
  const { first, second, firstPerson, firstStation, secondPerson, secondStation } = view;
  return (
    <section aria-label={t('casesScreen.sides')} className="case-sides">
      {first !== null && (
        <Side note={t('casesScreen.side.first.note')} person={firstPerson?.name ?? first.actor} side={first} station={firstStation ?? first.station} title={t('casesScreen.side.first')} />
      )}
      <Side
        note={first === null ? undefined : t('casesScreen.side.second.note')}
        person={secondPerson.name}
        side={second}
        station={secondStation}
        title={t(first === null ? 'casesScreen.side.only' : 'casesScreen.side.second')}
      />
    </section>
  );
}

interface SideProps {
  readonly side: CaseSide;
  readonly title: string;
  readonly note: string | undefined;
  readonly person: string;
  readonly station: string;
}

function Side({ side, title, note, person, station }: SideProps) {
  const { t, tell, format } = useText();
  return (
    <div className="case-side">
      <p className="case-side__head">
        <strong>{title}</strong> {note !== undefined && <Text tone="quiet">{note}</Text>}
      </p>
      <p className="case-side__what">{tell(side.what)}</p>
      <p>
        <span className="visually-hidden">{t('casesScreen.side.who')}: </span>
        <strong>{person}</strong>
        {' · '}
        <span className="visually-hidden">{t('casesScreen.side.where')}: </span>
        {station}
        {' · '}
        <span className="visually-hidden">{t('casesScreen.side.when')}: </span>
        {format.dateTime(side.at)}
      </p>
    </div>
  );
}
