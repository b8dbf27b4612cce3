import { DRAWN } from '../../shared/contracts/desktop-printing.ts';
import { drawPaper } from './draw-paper.ts';

/* The page that the desktop app prints: it draws the paper that lies beside it, and keeps the promise of that where the app finds it. */

const asked = new URLSearchParams(location.search);
Reflect.set(globalThis, DRAWN, drawPaper({ dots: Number(asked.get('dots')), blackOnly: asked.get('black') === '1' }));
