import '../app/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../app/theme.css';
import { CentralApp } from './central-app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <CentralApp />
  </StrictMode>,
);
