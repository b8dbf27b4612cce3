import { Section, type SectionProps } from '../../ui/layout/section.tsx';
import { useNarrow } from '../../ui/use-media.ts';

/** A part of a settings page. On tablets the page's own heading is the first of the screen, so that its parts come second. */
export function SettingsPart(props: Omit<SectionProps, 'level'>) {
  return <Section {...props} level={useNarrow() ? 2 : 3} />;
}
