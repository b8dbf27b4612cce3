import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import './text.css';

export type TextSize = 14 | 16 | 20 | 28 | 40 | 64;
export type TextTone = 'ink' | 'quiet' | 'hot' | 'warn' | 'bad' | 'good';
export type TextWeight = 'regular' | 'medium' | 'bold';

export interface TextProps {
  readonly children: ReactNode;
  readonly size?: TextSize;
  readonly tone?: TextTone;
  readonly weight?: TextWeight;
  readonly as?: 'span' | 'p' | 'div' | 'h1' | 'h2' | 'h3' | 'h4' | 'strong';
  /** Cut with an ellipsis instead of wrapping; only where the whole text is one step away. */
  readonly oneLine?: boolean;
  readonly id?: string;
}

/** Running text on the type scale. Without a size it takes the size of what surrounds it. */
export function Text({ children, size, tone, weight, as: Tag = 'span', oneLine = false, id }: TextProps) {
  const name = classes('text', size && `text--${size}`, tone && `text--${tone}`, weight && `text--${weight}`, oneLine && 'text--oneline');
  return (
    <Tag className={name} id={id}>
      {children}
    </Tag>
  );
}

export interface HeadingProps {
  readonly level: 1 | 2 | 3 | 4;
  readonly children: ReactNode;
  readonly id?: string;
}

const headingSize = { 1: 28, 2: 20, 3: 16, 4: 14 } as const;
const headingTag = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const;

export function Heading({ level, children, id }: HeadingProps) {
  return (
    <Text as={headingTag[level]} size={headingSize[level]} weight="bold" {...(id === undefined ? {} : { id })}>
      {children}
    </Text>
  );
}
