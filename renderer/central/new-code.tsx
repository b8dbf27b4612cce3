import { useQuery } from '@tanstack/react-query';
import { Copy, FileDown } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NewCode } from '../../shared/contracts/central.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { Button, LinkButton } from '../ui/actions/button.tsx';
import { durationText } from '../ui/clock-text.ts';
import { KeyValue } from '../ui/data/key-value.tsx';
import { classes } from '../ui/defined.ts';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { useFromNow } from '../ui/now.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { Progress } from '../ui/status/progress.tsx';
import { CodeText } from '../ui/text/code-text.tsx';
import { Text } from '../ui/text/text.tsx';
import { useOrder } from './ask.ts';
import { AUTHORITY, central } from './client.ts';

/** Creates a one-time code and shows it for as long as it works. `site` null: for a site that is not born yet. */
export function NewCodeDialog({ site, onClose }: { readonly site: string | null; readonly onClose: () => void }) {
  const { t } = useText();
  const { run } = useOrder();
  const [code, setCode] = useState<NewCode>();
  const { data: authority = false } = useQuery({ queryKey: ['authority'], queryFn: central.hasOwnAuthority, staleTime: Infinity });
  const asked = useRef(false);
  useEffect(() => {
    // One code for one press, however often the page is drawn.
    if (asked.current) return;
    asked.current = true;
    void run(() => central.createCode(site)).then((answer) => {
      if (answer) setCode(answer.said);
      else onClose();
    });
  }, [run, site, onClose]);
  return (
    <Dialog open title={t('centralPage.code')} wide onClose={onClose}>
      {code ? <CodeToEnter address={location.origin} authority={authority} code={code} /> : <Progress label={t('centralPage.code.create')} />}
    </Dialog>
  );
}

/** The code as it is read aloud or copied, where it goes, and how long it works. */
export function CodeToEnter({ code: { code, expiresAt }, address, authority }: { readonly code: NewCode; readonly address: string; readonly authority: boolean }) {
  const { t } = useText();
  const left = useLeft(expiresAt);
  return (
    <Stack gap={6}>
      <BigCode note={left === '' ? t('centralPage.code.over') : t('centralPage.code.left', { left })} over={left === ''} value={code} />
      <Text as="p">{t('centralPage.code.text')}</Text>
      <KeyValue items={[{ label: t('syncScreen.pair.address'), value: <CodeText value={address} wrap /> }]} />
      {authority && (
        <Stack gap={4} justify="between" row wrap>
          <Text>{t('centralPage.code.certificate')}</Text>
          <LinkButton download="hotdock-central.pem" href={AUTHORITY} icon={FileDown}>
            {t('centralPage.code.certificate.get')}
          </LinkButton>
        </Stack>
      )}
    </Stack>
  );
}

/** What must be carried to another machine: big, and one press to copy. */
export function BigCode({ value, note, over = false, long = false }: { readonly value: string; readonly note: string; readonly over?: boolean; readonly long?: boolean }) {
  const { t } = useText();
  const shown = useRef<HTMLOutputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    // Without TLS a page may not write to the clipboard: then it is marked, ready for the reader's own copy.
    if (shown.current) getSelection()?.selectAllChildren(shown.current);
    if (!('clipboard' in navigator)) return;
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="central-code">
      <output className={classes('central-code__code', long && 'central-code__code--long', over && 'central-code__code--over')} ref={shown} translate="no">
        {value}
      </output>
      <Text size={16} tone={over ? 'bad' : 'quiet'}>{note}</Text>
      <Button disabled={over} icon={Copy} size="floor" variant="primary" onPress={copy}>
        {t(copied ? 'centralPage.code.copied' : 'centralPage.code.copy')}
      </Button>
    </div>
  );
}

/** Time left in words that tick; empty when it is over. */
function useLeft(until: Instant): string {
  const { locale } = useText();
  return useFromNow(useCallback((now: Instant) => (until <= now ? '' : durationText(locale, until - now)), [locale, until]));
}
