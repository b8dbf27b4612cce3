import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import './theme.css';

const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery-page.tsx')).GalleryPage }));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Router hook={useHashLocation}>
      <Suspense>
        <Gallery />
      </Suspense>
    </Router>
  </StrictMode>,
);
