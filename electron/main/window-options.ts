import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';

export interface WindowSetting {
  readonly preload: string;
  /** An installed copy, as against one started from the sources. */
  readonly packaged: boolean;
  readonly dark: boolean;
}

/** The walls around every page of ours. Electron's defaults are named too, so that a changed default changes nothing here. */
const WALLS = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const satisfies WebPreferences;

/** The window and its walls. */
export function windowOptions({ preload, packaged, dark }: WindowSetting): BrowserWindowConstructorOptions {
  return {
    title: 'Hotdock',
    width: 1366,
    height: 800,
    minWidth: 360,
    minHeight: 480,
    // Shown once it has something to show, in the page's own background colour.
    show: false,
    backgroundColor: dark ? '#14161a' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      ...WALLS,
      devTools: !packaged,
      // The alert for a new HPO must sound before the first click, also in a window that is behind another.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    },
  };
}

/** A window that is never shown, in which a paper is drawn and printed. It has no preload: nothing of ours can be asked from there. */
export const paperWindowOptions = (session: Session): BrowserWindowConstructorOptions => ({
  show: false,
  width: 800,
  height: 1000,
  webPreferences: { ...WALLS, session, devTools: false, javascript: true, backgroundThrottling: false },
});
