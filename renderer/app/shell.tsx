import { Keyboard, LogOut, Search } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Actor } from '../../shared/domain/decision.ts';
import { commandCode } from '../../shared/lib/barcode/house-code.ts';
import { Button } from '../ui/actions/button.tsx';
import { IconButton } from '../ui/actions/icon-button.tsx';
import { useText } from '../ui/i18n.tsx';
import { AppFrame } from '../ui/layout/app-frame.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { TopBar } from '../ui/layout/top-bar.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { KeyHint } from '../ui/text/key-hint.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Find } from './find.tsx';
import { LeaveWalk } from './leave-walk.tsx';
import { Notices } from './notices.tsx';
import { screens } from './routes.ts';
import { useScanDoor } from './scan-door.tsx';
import { ScanFoot } from './scan-foot.tsx';
import { bringsTaskUp, useScans } from './scanning.ts';
import { roleText, SignIn } from './sign-in.tsx';
import { setSession, useBridge, useStationState } from './station.tsx';
import { useNarrow } from '../ui/use-media.ts';
import { isScreenFree } from './unsaved.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame around every screen for the person who works here. */
export function Shell({ person }: { readonly person: Actor }) {
  const { t } = useText();
  const bridge = useBridge();
  const status = useStationState((state) => state.status);
  const [path, go] = useLocation();
  const narrow = useNarrow();
  const [switching, setSwitching] = useState(false);
  useSignedIn(() => setSwitching(false));
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  const door = useScanDoor();
  const entries = screens.filter(({ roles }) => roles.includes(person.role));
  const rail = entries.filter(({ offRail }) => !offRail);
  const current = entries.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`))?.id ?? null;

  useHotTitle(status?.hot ?? 0);
  useFollowScannedTask(path, go);
  useShortcuts({
    find: () => setFinding(true),
    help: () => setHelping(true),
    undo: door.undo,
    move: () => door.scan(commandCode('move')),
    screen: (index) => {
      const screen = rail[index];
      if (screen) go(screen.path);
    },
  });

  const nearest = status?.nearest;
  const openCases = status?.sync.openCases ?? 0;
  const refusedFiles = status?.refusedFiles.length ?? 0;
  const waitingAt = (id: string): { readonly count: number; readonly words: string } | undefined => {
    if (id === 'cases' && openCases > 0) return { count: openCases, words: t('casesScreen.waiting', { count: openCases }) };
    return id === 'documents' && refusedFiles > 0 ? { count: refusedFiles, words: t('documentsScreen.unseen', { count: refusedFiles }) } : undefined;
  };
  return (
    <>
      <AppFrame
        current={current}
        entries={rail.map(({ id, label, icon, path: to }) => ({ id, label: t(label), icon, href: `#${to}`, waiting: waitingAt(id) }))}
        notices={<Notices />}
        scanBar={<ScanFoot />}
        top={
          <TopBar
            end={
              <>
                <IconButton icon={Search} label={t('app.find')} onPress={() => setFinding(true)} />
                {/* Tablets have no keys to show. */}
                {!narrow && <IconButton icon={Keyboard} label={t('app.keys')} onPress={() => setHelping(true)} />}
              </>
            }
            hot={{
              count: status?.hot ?? 0,
              href: '#/queue',
              nearest: nearest ? { deadline: nearest.at, purpose: nearest.what } : undefined,
            }}
            marks={status && { saved: { count: status.saved, lastAt: status.lastSavedAt }, sync: status.sync, href: '#/sync' }}
            printing={status && { counts: status.printing, href: '#/printing' }}
            person={{ name: person.name, role: t(roleText(person.role)) }}
            site={status?.siteName ?? ''}
            station={status?.stationName ?? ''}
            onPerson={() => setSwitching(true)}
          />
        }
      >
        <ErrorBoundary key={current}>
          <Suspense fallback={<Skeleton />}>
            <Switch>
              {entries.map(({ id, path: at, page: Page }) => (
                <Route key={id} path={`${at}/*?`}>
                  <Page />
                </Route>
              ))}
              <Route>
                <Redirect to={person.role === 'picker' ? '/tasks' : '/queue'} />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </AppFrame>
      <LeaveWalk />
      {finding && <Find onClose={() => setFinding(false)} />}
      <Dialog open={helping} title={t('app.keys')} onClose={() => setHelping(false)}>
        <Stack gap={3}>
          <Stack gap={3} row>
            <KeyHint keys={['Ctrl', 'K']} /> {t('app.keys.find')}
          </Stack>
          <Stack gap={3} row>
            <KeyHint keys={['Ctrl', 'Z']} /> {t('app.keys.undo')}
          </Stack>
          <Stack gap={3} row>
            <KeyHint keys={['Alt', 'M']} /> {t('floorScreen.move.start')}
          </Stack>
          <Stack gap={3} row>
            <KeyHint keys={['/']} /> {t('floorScreen.keys.type')}
          </Stack>
          <Stack gap={3} row>
            <KeyHint keys={['Alt', '1–9']} /> {t('app.keys.screen')}
          </Stack>
          <Stack gap={3} row>
            <KeyHint keys={['?']} /> {t('app.keys.help')}
          </Stack>
        </Stack>
      </Dialog>
      <Dialog
        actions={
          <Button
            icon={LogOut}
            onPress={() => {
              void bridge.client().session.signOut({}).then(setSession);
            }}
          >
            {t('app.signIn.out')}
          </Button>
        }
        open={switching}
        title={t('app.signIn.title')}
        wide
        onClose={() => setSwitching(false)}
      >
        <SignIn bare onDone={() => setSwitching(false)} />
      </Dialog>
    </>
  );
}

/** Calls when a badge or a PIN was taken: the same person's badge too, for whom nothing else changes. */
function useSignedIn(taken: () => void): void {
  const reply = useScans((state) => state.reply);
  const latest = useRef({ taken, reply });
  useEffect(() => {
    const isNew = latest.current.reply !== reply;
    latest.current = { taken, reply };
    if (isNew && reply?.answer.followUp?.kind === 'sign-in') taken();
  }, [reply, taken]);
}

/** The count of hot orders in the window's title: seen in the task bar from any other program. */
function useHotTitle(count: number): void {
  const { t } = useText();
  useEffect(() => {
    document.title = count === 0 ? t('app.title') : t('app.titleHot', { count });
  }, [count, t]);
}

/** A scan that begins or continues a task brings its screen up, from wherever the person was; but what is half typed there stays. */
function useFollowScannedTask(path: string, go: (to: string) => void): void {
  const reply = useScans((state) => state.reply);
  const followed = useRef(reply);
  useEffect(() => {
    // Only a new answer moves the person; going elsewhere by hand afterwards is theirs.
    if (reply === undefined || reply === followed.current) return;
    followed.current = reply;
    // A shipment's own page shows its loading too.
    const shown = path.startsWith('/tasks') || (reply.task?.kind === 'load' && path.startsWith('/shipping'));
    if (!shown && bringsTaskUp(reply) && isScreenFree()) go('/tasks');
  }, [reply, path, go]);
}
