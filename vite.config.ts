import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  // The same files are served from app://hotdock/ and from http://127.0.0.1:port/.
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // The workstation's page, the operations page that central serves, and the page that the desktop app prints.
    rolldownOptions: { input: ['renderer/index.html', 'renderer/central.html', 'renderer/paper.html'] },

    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // react-aria, zod and pdf.js (the paper page's alone) come in one piece each; what counts is the first screen, measured by the bench.
    chunkSizeWarningLimit: 1400,
  },
});
