import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { Meter, type MeterProps } from '../status/meter.tsx';
import { CodeText } from '../text/code-text.tsx';
import { Text } from '../text/text.tsx';
import { palletLayout, type CartonPlace, type PalletLayout } from './pallet-layout.ts';
import './floor.css';

export interface PalletStackProps {
  readonly sscc: string;
  readonly prefixLength?: number | undefined;
  /** Cartons on it now, and how many it is planned to hold. */
  readonly cartons: number;
  readonly planned: number;
  readonly perLayer: number;
  /** All that is on it in words, loose goods too: "31 eaches". */
  readonly contents?: string | undefined;
  readonly weight?: Omit<MeterProps, 'label'> | undefined;
  readonly height?: Omit<MeterProps, 'label'> | undefined;
  /** Label not printed, printed, scanned on the pallet: a StatusMark or Badge. */
  readonly label: ReactNode;
}

/** A pallet drawn as it fills. The last carton is the bright one. */
export function PalletStack({ sscc, prefixLength, cartons, planned, perLayer, contents, weight, height, label }: PalletStackProps) {
  const { t } = useText();
  const layout = palletLayout(cartons, planned, perLayer);
  return (
    <div className="pallet">
      <Drawing layout={layout} title={t('common.pallet.cartons', { count: cartons, planned })} />
      <div className="pallet__words">
        <div>
          <div className="pallet__sscc">
            <CodeText kind="sscc" value={sscc} wrap {...(prefixLength === undefined ? {} : { prefixLength })} />
          </div>
          {label}
        </div>
        <Text size={28} weight="bold">
          {t('common.pallet.cartons', { count: cartons, planned })}
        </Text>
        {contents && <Text>{contents}</Text>}
        {layout.cartonsPerBlock > 1 && (
          <Text size={14} tone="quiet">
            {t('common.pallet.block', { count: layout.cartonsPerBlock })}
          </Text>
        )}
        {weight && <Meter label={t('common.pallet.weight')} {...weight} />}
        {height && <Meter label={t('common.pallet.height')} {...height} />}
      </div>
    </div>
  );
}

/* Drawn in isometric projection; one carton is WIDE x WIDE x HIGH. */
const WIDE = 30;
const HIGH = 20;
const X = Math.cos(Math.PI / 6) * WIDE;
const Y = Math.sin(Math.PI / 6) * WIDE;
const DECK = 10;
const MARGIN = 3;

type Point = readonly [x: number, y: number];
const project = (column: number, row: number, up: number): Point => [(column - row) * X, (column + row) * Y - up];
const points = (...list: readonly Point[]): string => list.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

interface Box {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  readonly bottom: number;
  readonly top: number;
}

/** The three faces of a box that are seen: top, left, right. */
function faces({ column, row, columns, rows, bottom, top }: Box): { readonly top: string; readonly left: string; readonly right: string } {
  const c = column + columns;
  const r = row + rows;
  return {
    top: points(project(column, row, top), project(c, row, top), project(c, r, top), project(column, r, top)),
    left: points(project(column, r, top), project(c, r, top), project(c, r, bottom), project(column, r, bottom)),
    right: points(project(c, row, top), project(c, r, top), project(c, r, bottom), project(c, row, bottom)),
  };
}

function Drawing({ layout, title }: { layout: PalletLayout; title: string }) {
  const { columns, rows, layers, blocks, last } = layout;
  const full = layers * HIGH;
  const left = -rows * X - MARGIN;
  const top = -full - MARGIN;
  const width = (columns + rows) * X + 2 * MARGIN;
  const height = (columns + rows) * Y + full + DECK + 2 * MARGIN;
  const deck = faces({ column: 0, row: 0, columns, rows, bottom: -DECK, top: 0 });
  const ghost = faces({ column: 0, row: 0, columns, rows, bottom: 0, top: full });
  return (
    <svg aria-label={title} className="pallet__drawing" role="img" viewBox={`${left} ${top} ${width} ${height}`}>
      <g className="pallet__deck">
        <polygon points={deck.top} />
        <polygon points={deck.left} />
        <polygon points={deck.right} />
      </g>
      {blocks.map((place) => (
        <Carton key={`${place.layer}-${place.row}-${place.column}`} last={place === last} place={place} />
      ))}
      <g className="pallet__ghost">
        <polygon points={ghost.top} />
        <polygon points={ghost.left} />
        <polygon points={ghost.right} />
      </g>
    </svg>
  );
}

function Carton({ place: { column, row, layer }, last }: { place: CartonPlace; last: boolean }) {
  const box = faces({ column, row, columns: 1, rows: 1, bottom: layer * HIGH, top: (layer + 1) * HIGH });
  return (
    <g className={classes('pallet__carton', last && 'pallet__carton--last')}>
      <polygon className="pallet__left" points={box.left} />
      <polygon className="pallet__right" points={box.right} />
      <polygon className="pallet__top" points={box.top} />
    </g>
  );
}
