import { defineConfig } from '@playwright/test';

const { CHROMIUM_PATH, ELECTRON_PATH, HOTDOCK_TRACE } = process.env;

/** Chromium's sandbox refuses root, and only tests ever run as root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Nothing in the background may reach for the network: a station works without one. */
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  // CI has two cores, and a spec often waits, for a button to be held or a process to start.
  workers: 3,
  retries: 0,
  // A story is long and CI's machine small: this is for what hangs.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results/e2e',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording every step takes a quarter of the processor's time: asked for when a failure is looked into.
    trace: HOTDOCK_TRACE === undefined ? 'off' : 'retain-on-failure',
  },
  projects: [
    {
      name: 'browser',
      use: {
        browserName: 'chromium',
        launchOptions: { ...(CHROMIUM_PATH === undefined ? {} : { executablePath: CHROMIUM_PATH }), args: [...asRoot, ...quiet] },
      },
    },
    // The same specs in the desktop app, where its runtime is: scripts/lib/end-to-end.ts says so where it is not.
    ...(ELECTRON_PATH === undefined ? [] : [{ name: 'desktop' }]),
  ],
});
