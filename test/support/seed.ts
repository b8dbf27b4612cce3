import fc from 'fast-check';

/*
 * Property tests take the same examples at every run, so that a red run means that somebody's change broke something.
 * `HOTDOCK_SEED=random` (or a number) goes looking for new ones; fast-check prints the seed of what it finds.
 */
const wanted = process.env['HOTDOCK_SEED'];
fc.configureGlobal({ seed: wanted === 'random' ? Date.now() : Number(wanted ?? 20_261_124) });
