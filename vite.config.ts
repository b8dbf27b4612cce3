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
    // The workstation's page, and the operations page that central serves.
    rolldownOptions: { input: ['renderer/index.html', 'renderer/central.html'] },
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // react-aria and zod come in one piece each; what counts is the first screen, measured by the bench.
    chunkSizeWarningLimit: 700,
  },
});
