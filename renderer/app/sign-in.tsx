import { useState } from 'react';
import { refusalOf } from '../bridge.ts';
import { Button } from '../ui/actions/button.tsx';
import { PinPad } from '../ui/floor/pin-pad.tsx';
import { useText } from '../ui/i18n.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Stack, Tiles } from '../ui/layout/stack.tsx';
import { Heading, Text } from '../ui/text/text.tsx';
import { HeldScans } from './held-scans.tsx';
import { setSession, useAnswer, useBridge } from './station.tsx';
import { ScanFoot } from './scan-foot.tsx';
import './app.css';

/** Badge or PIN, in two seconds: the badge works from anywhere, a name is one touch, the PIN four more. */
export function SignIn({ bare = false, onDone }: { readonly bare?: boolean; readonly onDone?: () => void }) {
  const { t } = useText();
  const bridge = useBridge();
  const people = useAnswer(['staff'], ['people'], (client) => client.session.people({}));
  const [chosen, setChosen] = useState<{ readonly staffId: string; readonly name: string } | undefined>();
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const { tell } = useText();

  const submit = async (staffId: string, pin: string): Promise<void> => {
    setBusy(true);
    try {
      setSession(await bridge.client().session.signIn({ staffId, pin }));
      onDone?.();
    } catch (failure) {
      const refusal = refusalOf(failure);
      setError(refusal ? tell(refusal.message) : t('app.lost.title'));
    } finally {
      setBusy(false);
    }
  };

  const Inner = bare ? 'div' : 'main';
  return (
    <div className={bare ? 'sign-in sign-in--bare' : 'sign-in'}>
      <Inner className="sign-in__inner">
        <Stack gap={6}>
          {!bare && <HeldScans />}
          <Stack gap={2}>
            {/* A dialog says it as its title. */}
            {!bare && <Heading level={1}>{t('app.signIn.title')}</Heading>}
            <Text size={20} tone="quiet">
              {t('app.signIn.hint')}
            </Text>
          </Stack>
          {chosen === undefined ? (
            <Tiles min={220}>
              {(people.data ?? []).map((person) => (
                <button className="person-tile" key={person.staffId} type="button" onClick={() => setChosen(person)}>
                  <span className="person-tile__name">{person.name}</span>
                  <span className="person-tile__role">
                    {t(roleText(person.role))}
                    {person.demoPin !== null && ` · ${t('app.signIn.demoPin', { pin: person.demoPin })}`}
                  </span>
                </button>
              ))}
            </Tiles>
          ) : (
            <div className="sign-in__pin">
              <Card>
              <Stack gap={4}>
                <PinPad autoFocus busy={busy} error={error} key={chosen.staffId} label={t('app.signIn.pin', { name: chosen.name })} onSubmit={(pin) => void submit(chosen.staffId, pin)} />
                <Button
                  size="floor"
                  variant="quiet"
                  wide
                  onPress={() => {
                    setChosen(undefined);
                    setError(undefined);
                  }}
                >
                  {t('app.signIn.other')}
                </Button>
              </Stack>
              </Card>
            </div>
          )}
        </Stack>
      </Inner>
      {!bare && (
        <footer>
          <ScanFoot />
        </footer>
      )}
    </div>
  );
}

export function roleText(role: string): 'app.role.picker' | 'app.role.shipping' | 'app.role.supervisor' {
  return role === 'supervisor' ? 'app.role.supervisor' : role === 'shipping' ? 'app.role.shipping' : 'app.role.picker';
}
