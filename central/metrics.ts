import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus sees. No label names a site or a station: their number has no bound. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({ name: 'hotdock_http_request_seconds', help: 'Time of requests by route and status', labelNames: ['route', 'status'] as const, buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30], registers: [this.registry] });
  readonly operations = new Counter({ name: 'hotdock_operations_total', help: 'Operations of stations by verdict', labelNames: ['verdict'] as const, registers: [this.registry] });
  readonly refusedPushes = new Counter({ name: 'hotdock_pushes_refused_total', help: 'Pushes not taken, by problem', labelNames: ['problem'] as const, registers: [this.registry] });
  readonly documents = new Counter({ name: 'hotdock_documents_total', help: 'Documents taken in from gateways, by result', labelNames: ['result'] as const, registers: [this.registry] });

  constructor(gauges: { readonly sitesLoaded: () => number; readonly pullsWaiting: () => number }) {
    collectDefaultMetrics({ register: this.registry });
    this.#gauge('hotdock_sites_loaded', 'Sites whose projections are in memory', gauges.sitesLoaded);
    this.#gauge('hotdock_pulls_waiting', 'Pulls held open until there is news', gauges.pullsWaiting);
  }

  #gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name, help, registers: [this.registry],
      collect() {
        this.set(value());
      },
    });
  }
}
