import type { Folds } from '../folds.ts';

export const paperFolds: Folds<'paper.printed'> = {
  'paper.printed': (world, { paper, subject, revision }, { actor, occurredAt }) => {
    const prints = (world.get('paper', { paper, subject })?.prints ?? 0) + 1;
    world.put('paper', { paper, subject, revision, prints, printedAt: occurredAt, printedBy: actor });
  },
};
