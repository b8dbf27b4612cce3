import { useText } from '../i18n.tsx';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import './status.css';

/** First letters of the first and the last name, in a circle; silent, the name stands beside it. */
export function Initials({ name }: { name: string }) {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase());
  return (
    <span aria-hidden className="initials">
      {letters[0]}
      {letters.length > 1 && letters.at(-1)}
    </span>
  );
}

const MOST_CIRCLES = 3;

/** Who is on it: one person by name, several by their initials (all names for screen readers and on hover), nobody in words. */
export function PeopleMark({ names }: { names: readonly string[] }) {
  const { t, format } = useText();
  const [first] = names;
  if (first === undefined) return <span className="people-mark">{t('common.people.nobody')}</span>;
  const all = format.list(names);
  return (
    <span className="people-mark" title={all}>
      <span className="people-mark__circles">
        {names.slice(0, MOST_CIRCLES).map((name) => (
          <Initials key={name} name={name} />
        ))}
      </span>
      {names.length === 1 ? first : <VisuallyHidden>{all}</VisuallyHidden>}
      {names.length > MOST_CIRCLES && <span aria-hidden>+{names.length - MOST_CIRCLES}</span>}
    </span>
  );
}
