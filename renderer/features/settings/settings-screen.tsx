import {
  Archive, BookOpenText, Clock, CloudCog, Factory, FolderSync, Languages, MapPin, Network, Percent, Printer, ScanBarcode, ScanLine, Tag, Volume2, Zap, type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { Settings } from '../../../shared/domain/settings/settings.ts';
import { useStationState } from '../../app/station.tsx';
import { SelectList } from '../../ui/data/select-list.tsx';
import { useText } from '../../ui/i18n.tsx';
import { ListDetail } from '../../ui/layout/split.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { TwoLines } from '../../ui/text/two-lines.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { useNarrow } from '../../ui/use-media.ts';
import { CentralSection } from './sections/central-section.tsx';
import { ChargebacksSection } from './sections/chargebacks-section.tsx';
import { ClocksSection } from './sections/clocks-section.tsx';
import { DataSection } from './sections/data-section.tsx';
import { EdiSection } from './sections/edi-section.tsx';
import { FoldersSection } from './sections/folders-section.tsx';
import { HotRulesSection } from './sections/hot-rules-section.tsx';
import { JournalSection } from './sections/journal-section.tsx';
import { LabelsSection } from './sections/labels-section.tsx';
import { LookSection } from './sections/look-section.tsx';
import { PrintersSection } from './sections/printers-section.tsx';
import { ScannerSection } from './sections/scanner-section.tsx';
import { SheetsSection } from './sections/sheets-section.tsx';
import { ShipToSection } from './sections/ship-to-section.tsx';
import { SiteSection } from './sections/site-section.tsx';
import { SoundsSection } from './sections/sounds-section.tsx';
import './settings.css';

interface Entry {
  readonly id: 'site' | 'clocks' | 'labels' | 'printers' | 'hot' | 'chargebacks' | 'shipto' | 'edi' | 'folders' | 'central' | 'look' | 'sounds' | 'scanner' | 'sheets' | 'data' | 'journal';
  readonly icon: LucideIcon;
  readonly page: ComponentType<{ readonly settings: Settings }>;
}

const sections: readonly Entry[] = [
  { id: 'site', icon: Factory, page: SiteSection },
  { id: 'clocks', icon: Clock, page: ClocksSection },
  { id: 'labels', icon: Tag, page: LabelsSection },
  { id: 'printers', icon: Printer, page: PrintersSection },
  { id: 'hot', icon: Zap, page: HotRulesSection },
  { id: 'chargebacks', icon: Percent, page: ChargebacksSection },
  { id: 'shipto', icon: MapPin, page: ShipToSection },
  { id: 'edi', icon: Network, page: EdiSection },
  { id: 'folders', icon: FolderSync, page: FoldersSection },
  { id: 'central', icon: CloudCog, page: CentralSection },
  { id: 'look', icon: Languages, page: LookSection },
  { id: 'sounds', icon: Volume2, page: SoundsSection },
  { id: 'scanner', icon: ScanLine, page: ScannerSection },
  { id: 'sheets', icon: ScanBarcode, page: SheetsSection },
  { id: 'data', icon: Archive, page: DataSection },
  { id: 'journal', icon: BookOpenText, page: JournalSection },
];

/** `/settings`, `/settings/:section`. On tablets the list stands alone until a section is opened. */
export function SettingsScreen() {
  const { t } = useText();
  const [, go] = useLocation();
  const [, opened] = useRoute('/settings/:section');
  const narrow = useNarrow();
  const settings = useStationState(({ status }) => status?.settings);
  const named = sections.find(({ id }) => id === opened?.section);
  const shown = named ?? (narrow ? undefined : sections[0]);
  return (
    <ListDetail
      detail={
        shown && (
          <Stack gap={6}>
            <Stack gap={1}>
              {/* On tablets it is a page of its own. */}
              <Heading level={narrow ? 1 : 2}>{t('settingsScreen.section', { section: shown.id })}</Heading>
              <Text as="p" tone="quiet">{t('settingsScreen.section.text', { section: shown.id })}</Text>
            </Stack>
            {settings ? <shown.page key={shown.id} settings={settings} /> : <Skeleton lines={6} />}
          </Stack>
        )
      }
      detailLabel={shown ? t('settingsScreen.section', { section: shown.id }) : t('settingsScreen.list')}
      list={
        <>
          <div className="settings-head">
            <Heading level={1}>{t('settingsScreen.list')}</Heading>
          </div>
          <SelectList
            items={sections.map(({ id, icon: Icon }) => ({
              id,
              text: t('settingsScreen.section', { section: id }),
              content: (
                <span className="settings-entry">
                  <Icon aria-hidden size={20} />
                  <TwoLines first={t('settingsScreen.section', { section: id })} second={t('settingsScreen.section.text', { section: id })} />
                </span>
              ),
            }))}
            label={t('settingsScreen.list')}
            selected={shown?.id ?? null}
            onSelect={(id) => go(`/settings/${id}`)}
          />
        </>
      }
      open={named !== undefined}
      onBack={() => go('/settings')}
    />
  );
}
