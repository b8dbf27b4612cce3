import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react';
import { useMedia } from './use-media.ts';

/** As the settings keep it. `system` follows the machine: light, dark, or contrast where the person asked for more of it. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';
/** `desk` for a mouse at arm's length; `floor` for gloves and three metres. */
export type Density = 'desk' | 'floor';

const DensityContext = createContext<Density>('desk');

/** Row height of lists in pixels; the same numbers as `--row` in tokens.css. */
export const rowHeight: Readonly<Record<Density, number>> = { desk: 48, floor: 64 };

export const useDensity = (): Density => useContext(DensityContext);

/** Sets theme and density on <html>, where tokens.css reads them, and tells parts that must compute with them. */
export function AppearanceProvider({ theme, density, children }: { theme: ThemeChoice; density: Density; children: ReactNode }) {
  const wantsContrast = useMedia('(prefers-contrast: more)');
  const shown = theme === 'system' && wantsContrast ? 'contrast' : theme;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = shown;
    document.documentElement.dataset['density'] = density;
  }, [shown, density]);
  return <DensityContext value={density}>{children}</DensityContext>;
}
