import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PageRefused } from '../../../electron/store/sync/refusals.ts';
import type { Store } from '../../../electron/store/store.ts';
import { done } from '../../../shared/domain/decision.ts';
import { contextAt, NOW, openTestStore, temporaryFolder } from '../../support/store.ts';
import { draft } from './drafts.ts';
import { drain, dump, dumpUnnumbered, expected, ModelCentral, PAIRING } from './model.ts';
import { SEED } from './seed.ts';

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), draft }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('foreign' as const), draft, station: fc.constantFrom('dock2', 'dock3'), behind: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('push' as const), operations: fc.integer({ min: 1, max: 4 }), lost: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pull' as const), limit: fc.integer({ min: 1, max: 8 }), back: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gap' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), clean: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), draft }) },
);

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

class Run {
  readonly central = new ModelCentral();
  readonly #file = join(temporaryFolder(), 'hotdock.db');
  #ids = 0;
  store: Store;

  constructor(history: readonly Step[]) {
    this.store = this.#open();
    for (const each of history) if (each.do === 'decide') this.#decide(each.draft);
    this.store.sync.pair(PAIRING);
    for (const each of SEED) this.central.foreign('central', each, 0);
  }

  take(each: Step): void {
    const { store, central } = this;
    const { after } = store.sync.cursor();
    switch (each.do) {
      case 'decide':
        return this.#decide(each.draft);
      case 'foreign':
        central.foreign(each.station, each.draft, Math.max(0, central.head - each.behind));
        return;
      case 'push': {
        const reply = central.push(store.sync.unsent({ operations: each.operations, bytes: 1_000_000 }));
        if (!each.lost) store.sync.acknowledge(reply);
        return;
      }
      case 'pull':
        store.sync.apply(central.page(Math.max(0, after - each.back), each.limit + each.back));
        return;
      case 'gap':
        if (central.head > after + 1) expect(() => store.sync.apply(central.page(after + 1, 5))).toThrow(PageRefused);
        return;
      case 'restart':
        if (each.clean) store.close();
        else store.database.close();
        this.store = this.#open();
        return;
      case 'fail':
        expect(() => store.decide({ ...contextAt(), newId: () => 'twice' }, () => done(each.draft, each.draft))).toThrow();
    }
  }

  check(): void {
    const { confirmed, shown } = expected(this.central, this.store);
    if (this.store.sync.parts.membership.state?.shadowed) expect(dump(this.store.sync.parts.shadow.world)).toEqual(dump(confirmed));
    else {
      expect(dump(this.store.sync.parts.layers.confirmed)).toEqual(dump(confirmed));
      expect(dumpUnnumbered(this.store.reader)).toEqual(dumpUnnumbered(shown));
    }
  }

  finish(): void {
    drain(this.central, this.store);
    expect(dump(this.store.reader)).toEqual(dump(this.central.world));
    expect(this.store.database.prepare('SELECT count(*) FROM confirmed_row').pluck().get()).toBe(0);
    expect(this.store.database.prepare('SELECT count(*) FROM confirmed').pluck().get()).toBe(this.central.head);
    expect(this.store.rebuild().different).toEqual([]);
    expect(dump(this.store.reader)).toEqual(dump(this.central.world));
    this.store.close();
  }

  #decide(one: Extract<Step, { do: 'decide' }>['draft']): void {
    this.#ids += 1;
    const id = `own-${this.#ids}`;
    this.store.decide({ ...contextAt(NOW + this.#ids), newId: () => id }, () => done(one));
  }

  #open(): Store {
    return openTestStore(this.#file);
  }
}

it('a store is the site\'s order and its own pending work on top, whatever comes twice, late, torn or in between', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const run = new Run([]);
      for (const each of steps) {
        run.take(each);
        run.check();
      }
      run.finish();
    }),
    { numRuns: 120 },
  );
});

it('a station with a history sends it and ends equal, while people go on working and others work between it', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 25 }), (history, steps) => {
      const run = new Run(history);
      for (const each of steps) {
        run.take(each);
        run.check();
      }
      run.finish();
    }),
    { numRuns: 60 },
  );
});
