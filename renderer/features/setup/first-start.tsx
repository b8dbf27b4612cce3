import { useEffect, useState } from 'react';
import { useDeviceScanner, wedgeSettingsOf } from '../../app/scanner-settings.ts';
import { useStationState } from '../../app/station.tsx';
import { LanguageSwitch } from '../../ui/fields/language-switch.tsx';
import { LocaleProvider, useText } from '../../ui/i18n.tsx';
import { machineLocale } from '../../ui/machine-locale.ts';
import { Banner } from '../../ui/status/banner.tsx';
import { attachWedge } from '../../ui/wedge/attach-wedge.ts';
import { JoinSite } from './join-site.tsx';
import { Joining } from './joining.tsx';
import { Questions } from './three-questions.tsx';
import './setup.css';

/** The first start of a station: three questions, the demo warehouse, or a site that works already. */
export function FirstStart() {
  const outer = useText();
  const [locale, setLocale] = useState(machineLocale);
  return (
    <LocaleProvider locale={locale} zone={outer.zone}>
      <main className="setup">
        <div className="setup__top">
          <span className="setup__brand" translate="no">
            Hotdock
          </span>
          <LanguageSwitch locale={locale} onLocale={setLocale} />
        </div>
        <IdleScanner />
        <Way />
      </main>
    </LocaleProvider>
  );
}

/** A scanner's keys write into no field and press no button here either; that its scans count nowhere yet is said. */
function IdleScanner() {
  const { t } = useText();
  const scanner = useDeviceScanner();
  const [scanned, setScanned] = useState(false);
  useEffect(() => {
    const tell = (): void => setScanned(true);
    return attachWedge(window, { onScan: tell, onIncomplete: tell, settings: wedgeSettingsOf(scanner) });
  }, [scanner]);
  if (!scanned) return null;
  return (
    <Banner title={t('setup.scan')} tone="info">
      {t('setup.scan.text')}
    </Banner>
  );
}

/** While a site comes in, that; else how to start, as the person chose. */
function Way() {
  const sync = useStationState(({ status }) => status?.sync);
  const [joins, setJoins] = useState(false);
  if (sync?.state === 'joining') return <Joining sync={sync} />;
  return joins ? <JoinSite onBack={() => setJoins(false)} /> : <Questions onJoin={() => setJoins(true)} />;
}
