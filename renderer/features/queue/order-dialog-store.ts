import { create } from 'zustand';

/** What a person is asked about an order; one at a time, over whatever screen of the queue they are on. */
export type OrderQuestion =
  | { readonly ask: 'flag' | 'unflag' | 'third-party' | 'pin' | 'demote' | 'in-turn' | 'cancel' | 'assign' | 'shipment' | 'lines'; readonly po: string }
  | { readonly ask: 'complete'; readonly po: string; readonly line: string | null }
  | { readonly ask: 'resolve-short' | 'return'; readonly po: string; readonly line: string | null };

interface Asked {
  readonly question: OrderQuestion | undefined;
}

export const useOrderQuestion = create<Asked>(() => ({ question: undefined }));

export const askAbout = (question: OrderQuestion): void => useOrderQuestion.setState({ question });

export const closeQuestion = (): void => useOrderQuestion.setState({ question: undefined });
