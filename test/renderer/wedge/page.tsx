import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { attachWedge } from '../../../renderer/ui/wedge/attach-wedge.ts';

/** The page under test: what the wedge hears, and every way a key could do harm, written to where the test reads it. */
export interface Heard {
  readonly scans: string[];
  readonly held: string[];
  readonly incomplete: string[];
  clicks: number;
  submits: number;
  readonly keydowns: string[];
}

declare global {
  interface Window {
    heard: Heard;
  }
}

const heard: Heard = { scans: [], held: [], incomplete: [], clicks: 0, submits: 0, keydowns: [] };
window.heard = heard;

attachWedge(window, {
  onScan: (text) => heard.scans.push(text),
  onHeld: (text) => heard.held.push(text),
  onIncomplete: (text) => heard.incomplete.push(text),
  settings: { holdMs: 600 },
});
window.addEventListener('keydown', ({ key }) => heard.keydowns.push(key), true);

function App(): ReactElement {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        heard.submits += 1;
      }}
    >
      <button type="button" id="button" onClick={() => { heard.clicks += 1; }}>Ship</button>
      <input id="controlled" value={text} onChange={({ target }) => setText(target.value)} />
      <output id="mirror">{text}</output>
      <input id="plain" defaultValue="keep me" />
      <input id="number" type="number" defaultValue="12" />
      <textarea id="area" defaultValue="two lines" />
      <select id="select" defaultValue="x">
        <option value="x">X-ray</option>
        <option value="zero">0 zero</option>
      </select>
    </form>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
