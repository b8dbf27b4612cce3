import type { Random } from '../../simulation/random.ts';

/** To central, or from it. */
export type Stream = 'upstream' | 'downstream';

/**
 * What is wrong with a line, by the names that Toxiproxy gives it (https://github.com/Shopify/toxiproxy#toxics). Times are milliseconds.
 * `timeout` lets nothing of one stream through any longer, while the connection stays open: alone it is a line that hears and does not
 * speak, or the other way round.
 */
export type Toxic =
  | { readonly type: 'latency'; readonly stream: Stream; readonly latency: number; readonly jitter: number }
  | { readonly type: 'bandwidth'; readonly stream: Stream; readonly bytesPerSecond: number }
  | { readonly type: 'slicer'; readonly stream: Stream; readonly averageSize: number; readonly sizeVariation: number; readonly delay: number }
  | { readonly type: 'timeout'; readonly stream: Stream }
  | { readonly type: 'limit_data'; readonly stream: Stream; readonly bytes: number }
  | { readonly type: 'reset_peer'; readonly timeout: number }
  | { readonly type: 'down' };

const STREAMS = ['upstream', 'downstream'] as const;

/** A line as bad as they come: what is wrong with it at one time. */
export function badLine(random: Random): readonly Toxic[] {
  const stream = random.pick(STREAMS);
  switch (random.between(0, 7)) {
    case 0:
      return STREAMS.map((each) => ({ type: 'latency', stream: each, latency: random.between(20, 400), jitter: random.between(0, 300) }));
    case 1:
      return [{ type: 'bandwidth', stream, bytesPerSecond: random.between(500, 20_000) }];
    case 2:
      return STREAMS.map((each) => ({ type: 'slicer', stream: each, averageSize: random.between(1, 200), sizeVariation: random.between(0, 100), delay: random.between(0, 3) }));
    case 3:
    case 4:
      return [{ type: 'timeout', stream }];
    case 5:
      return [{ type: 'limit_data', stream, bytes: random.between(1, 6_000) }];
    case 6:
      return [{ type: 'reset_peer', timeout: random.between(0, 300) }];
    default:
      return [{ type: 'down' }];
  }
}

export const describeToxics = (toxics: readonly Toxic[]): string => toxics.map((toxic) => ('stream' in toxic ? `${toxic.type} ${toxic.stream}` : toxic.type)).join(' and ');
