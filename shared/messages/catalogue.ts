import { appMessages } from './subjects/app.ts';
import { billOfLadingMessages } from './subjects/billOfLading.ts';
import { commonMessages } from './subjects/common.ts';
import { documentsScreenMessages } from './subjects/documentsScreen.ts';
import { documentsMessages } from './subjects/documents.ts';
import { floorScreenMessages } from './subjects/floorScreen.ts';
import { ordersMessages } from './subjects/orders.ts';
import { acknowledgementMessages } from './subjects/acknowledgement.ts';
import { stockMessages } from './subjects/stock.ts';
import { scanningMessages } from './subjects/scanning.ts';
import { handlingUnitsMessages } from './subjects/handlingUnits.ts';
import { shipmentMessages } from './subjects/shipment.ts';
import { shippingScreenMessages } from './subjects/shippingScreen.ts';
import { staffMessages } from './subjects/staff.ts';
import { historyMessages } from './subjects/history.ts';
import { metricsMessages } from './subjects/metrics.ts';
import { settingsMessages } from './subjects/settings.ts';
import { setupMessages } from './subjects/setup.ts';
import { refusalsMessages } from './subjects/refusals.ts';
import { papersMessages } from './subjects/papers.ts';
import { printingMessages } from './subjects/printing.ts';
import { printingScreenMessages } from './subjects/printingScreen.ts';
import { sheetsMessages } from './subjects/sheets.ts';
import { demoMessages } from './subjects/demo.ts';
import { cliMessages } from './subjects/cli.ts';
import { storeMessages } from './subjects/store.ts';
import { desktopMessages } from './subjects/desktop.ts';
import { queueScreenMessages } from './subjects/queueScreen.ts';
import { stockScreenMessages } from './subjects/stockScreen.ts';
import { peopleScreenMessages } from './subjects/peopleScreen.ts';
import { metricsScreenMessages } from './subjects/metricsScreen.ts';
import { settingsScreenMessages } from './subjects/settingsScreen.ts';
import { syncScreenMessages } from './subjects/syncScreen.ts';
import { casesScreenMessages } from './subjects/casesScreen.ts';
import { syncMessages } from './subjects/sync.ts';
import { centralMessages } from './subjects/central.ts';
import { centralPageMessages } from './subjects/centralPage.ts';
import { devicesMessages } from './subjects/devices.ts';
import { cartMessages } from './subjects/cart.ts';
import { cartListMessages } from './subjects/cartList.ts';
import { toteMessages } from './subjects/tote.ts';
import { casesMessages } from './subjects/cases.ts';
import { dossierMessages } from './subjects/dossier.ts';
import { evidenceMessages } from './subjects/evidence.ts';
import type { Locale } from './define.ts';

const en = {
  ...appMessages.en,
  ...billOfLadingMessages.en,
  ...cartMessages.en,
  ...cartListMessages.en,
  ...toteMessages.en,
  ...casesMessages.en,
  ...devicesMessages.en,
  ...commonMessages.en,
  ...documentsMessages.en,
  ...documentsScreenMessages.en,
  ...dossierMessages.en,
  ...evidenceMessages.en,
  ...floorScreenMessages.en,
  ...ordersMessages.en,
  ...acknowledgementMessages.en,
  ...stockMessages.en,
  ...scanningMessages.en,
  ...handlingUnitsMessages.en,
  ...shipmentMessages.en,
  ...shippingScreenMessages.en,
  ...staffMessages.en,
  ...historyMessages.en,
  ...metricsMessages.en,
  ...settingsMessages.en,
  ...setupMessages.en,
  ...refusalsMessages.en,
  ...papersMessages.en,
  ...printingMessages.en,
  ...printingScreenMessages.en,
  ...sheetsMessages.en,
  ...demoMessages.en,
  ...cliMessages.en,
  ...storeMessages.en,
  ...desktopMessages.en,
  ...stockScreenMessages.en,
  ...peopleScreenMessages.en,
  ...metricsScreenMessages.en,
  ...settingsScreenMessages.en,
  ...queueScreenMessages.en,
  ...syncScreenMessages.en,
  ...casesScreenMessages.en,
  ...syncMessages.en,
  ...centralMessages.en,
  ...centralPageMessages.en,
} as const;

export type MessageKey = keyof typeof en;

const es: Readonly<Record<MessageKey, string>> = {
  ...appMessages.es,
  ...billOfLadingMessages.es,
  ...cartMessages.es,
  ...cartListMessages.es,
  ...toteMessages.es,
  ...casesMessages.es,
  ...devicesMessages.es,
  ...commonMessages.es,
  ...documentsMessages.es,
  ...documentsScreenMessages.es,
  ...dossierMessages.es,
  ...evidenceMessages.es,
  ...floorScreenMessages.es,
  ...ordersMessages.es,
  ...acknowledgementMessages.es,
  ...stockMessages.es,
  ...scanningMessages.es,
  ...handlingUnitsMessages.es,
  ...shipmentMessages.es,
  ...shippingScreenMessages.es,
  ...staffMessages.es,
  ...historyMessages.es,
  ...metricsMessages.es,
  ...settingsMessages.es,
  ...setupMessages.es,
  ...refusalsMessages.es,
  ...papersMessages.es,
  ...printingMessages.es,
  ...printingScreenMessages.es,
  ...sheetsMessages.es,
  ...demoMessages.es,
  ...cliMessages.es,
  ...storeMessages.es,
  ...desktopMessages.es,
  ...stockScreenMessages.es,
  ...peopleScreenMessages.es,
  ...metricsScreenMessages.es,
  ...settingsScreenMessages.es,
  ...queueScreenMessages.es,
  ...syncScreenMessages.es,
  ...casesScreenMessages.es,
  ...syncMessages.es,
  ...centralMessages.es,
  ...centralPageMessages.es,
};

/** Every text that a person can meet, by key and language. */
export const catalogue: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, es };
