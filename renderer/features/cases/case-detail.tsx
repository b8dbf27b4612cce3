import { useState } from 'react';
import type { CaseView } from '../../../shared/contracts/views.ts';
import type { CaseDecision } from '../../../shared/domain/state/entities.ts';
import { extend } from '../../../shared/lib/money.ts';
import { decisionLabel } from '../../../shared/domain/sync/proposals.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { HistoryList } from '../../app/history-list.tsx';
import { DecisionButton } from '../../ui/actions/decision-button.tsx';
import { LinkButton } from '../../ui/actions/button.tsx';
import { KeyValue, type KeyValueItem } from '../../ui/data/key-value.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { CaseQuantities } from './case-quantities.tsx';
import { CaseSides } from './case-sides.tsx';
import { CaseState } from './case-state.tsx';
import './cases.css';

export interface CaseDetailProps {
  readonly view: CaseView;
  /** Digits of the site's GS1 company prefix, for reading an SSCC. */
  readonly prefixLength: number | undefined;
  /** Left out where the person may only read. */
  readonly onDecide?: ((decision: CaseDecision, note: string | null) => void) | undefined;
  readonly busy: boolean;
  /** What the decision just taken leaves to do by hand. */
  readonly next?: Message | null | undefined;
}

/** One contradiction from what happened to what is decided about it. */
export function CaseDetail({ view, prefixLength, onDecide, busy, next = null }: CaseDetailProps) {
  const words = useText();
  const { t, tell, format } = words;
  const facts = factsOf(words, view, prefixLength);
  return (
    <div className="case">
      <header className="case__head">
        <div className="case__words">
          <Stack gap={3} row wrap>
            <Heading level={1}>{t(`casesScreen.type.${view.type}`)}</Heading>
            <CaseState state={view.state} />
          </Stack>
          <p className="case__what">{tell(view.what)}</p>
          <Text as="p" tone="quiet">{t('casesScreen.opened', { at: format.dateTime(view.openedAt) })}</Text>
        </div>
        {(view.units > 0 || view.cost !== null) && (
          <p className="case-stake">
            <span className="case-stake__label">{t('casesScreen.stake')}</span>
            {stakes(words, view).map((part) => <span key={part}>{part}</span>)}
          </p>
        )}
      </header>
      <CaseSides view={view} />
      {view.state === 'open' ? <Decide busy={busy} proposals={view.proposals} onDecide={onDecide} /> : <Decided view={view} />}
      {next !== null && (
        <Banner title={t('casesScreen.next')} tone="warning">
          {tell(next)}
        </Banner>
      )}
      <CaseQuantities lines={view.detail.lines} />
      {facts.length > 0 && <KeyValue items={facts} />}
      {view.po !== null && (
        <Stack row>
          <LinkButton href={`#/queue/${encodeURIComponent(view.po)}`}>{t('casesScreen.toOrder', { po: view.po })}</LinkButton>
        </Stack>
      )}
      <Section level={2} title={t('casesScreen.history')}>
        <HistoryList empty={t('casesScreen.history.none')} history={view.history} />
      </Section>
    </div>
  );
}

/** Units and money, each in words; where no units are counted, that alone. */
export function stakes({ t, format }: Words, { units, cost, currency }: Pick<CaseView, 'units' | 'cost' | 'currency'>): readonly string[] {
  const known = cost !== null && currency !== null;
  const counted = t('casesScreen.stake.units', { count: units });
  if (units === 0 && !known) return [counted];
  return [counted, known ? format.money(extend({ amount: cost, currency }, 1)) : t('casesScreen.stake.noMoney')];
}

function Decide({ proposals, onDecide, busy }: { readonly proposals: CaseView['proposals'] } & Pick<CaseDetailProps, 'onDecide' | 'busy'>) {
  const { t, tell } = useText();
  const [note, setNote] = useState('');
  if (!onDecide) return <Banner title={t('casesScreen.readOnly')} tone="neutral" />;
  return (
    <Section actions={<Text tone="quiet">{t('casesScreen.decide.text')}</Text>} level={2} title={t('casesScreen.decide')}>
      <TextField label={t('casesScreen.note')} maxLength={500} optional value={note} onChange={setNote} />
      <div className="decisions">
        {proposals.map(({ decision, label, consequence }, index) => (
          <DecisionButton
            advice={index === 0 ? t('casesScreen.advice') : undefined}
            busy={busy}
            consequence={tell(consequence)}
            key={decision}
            label={tell(label)}
            onPress={() => onDecide(decision, note.trim() === '' ? null : note.trim())}
          />
        ))}
      </div>
    </Section>
  );
}

function Decided({ view }: { readonly view: CaseView }) {
  const { t, tell, format } = useText();
  const { decision, note, resolvedBy, history } = view;
  const entry = history.find(({ opId }) => opId === resolvedBy?.opId);
  return (
    <Banner title={t('casesScreen.decided', { decision: decision === null ? '' : tell(decisionLabel(decision)) })} tone="success">
      {[
        ...(resolvedBy === null ? [] : [entry ? t('casesScreen.decided.by', { name: entry.actor.name, at: format.dateTime(resolvedBy.at) }) : format.dateTime(resolvedBy.at)]),
        ...(note === null ? [] : [t('casesScreen.decided.noted', { note })]),
      ].join(' · ')}
    </Banner>
  );
}

/** What neither the sentences nor the way to the order name. */
function factsOf({ t }: Words, { line, product, sku, sscc, location, detail }: CaseView, prefixLength: number | undefined): readonly KeyValueItem[] {
  // The table of quantities names them already.
  const told = detail.lines.length > 0;
  const known: readonly (KeyValueItem | undefined)[] = [
    line === null || told ? undefined : { label: t('casesScreen.fact.line'), value: line },
    product === null && sku === null ? undefined : { label: t('casesScreen.fact.product'), value: [product, sku].filter((part) => part !== null).join(' · ') },
    sscc === null ? undefined : { label: t('casesScreen.fact.sscc'), value: <CodeText kind="sscc" value={sscc} {...(prefixLength === undefined ? {} : { prefixLength })} /> },
    location === null ? undefined : { label: t('casesScreen.fact.location'), value: <CodeText value={location} /> },
  ];
  return known.filter((item) => item !== undefined);
}
