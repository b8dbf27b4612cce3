import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowSetting {
  readonly preload: string;
  /** An installed copy, as against one started from the sources. */
  readonly packaged: boolean;
  readonly dark: boolean;
}

/** The window and its walls. Electron's defaults are named too, so that a changed default changes nothing here. */
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
      devTools: !packaged,
      // The alert for a new HPO must sound before the first click, also in a window that is behind another.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    },
  };
}
