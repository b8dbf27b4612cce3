import { ensureChromium } from './lib/chromium.ts';

// The path alone on standard output, so that a shell can use it.
const found = await ensureChromium((line) => console.error(line));
if ('path' in found) console.log(found.path);
else {
  console.error(found.missing);
  process.exitCode = 1;
}
