import { expect, it } from 'vitest';
import { windowOptions } from '../../electron/main/window-options.ts';

const options = (packaged: boolean) => windowOptions({ preload: '/app/preload.cjs', packaged, dark: false });

it('walls the page in', () => {
  expect(options(true).webPreferences).toMatchObject({
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
    devTools: false,
  });
  expect(options(true).webPreferences).not.toHaveProperty('enableBlinkFeatures');
});

it('has developer tools only when started from the sources', () => {
  expect(options(false).webPreferences?.devTools).toBe(true);
});

it('is shown when it has something to show', () => {
  expect(options(true).show).toBe(false);
});
