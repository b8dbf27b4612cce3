import { create } from 'zustand';
import { useCallback } from 'react';
import type { CartView, TaskView } from '../../shared/contracts/views.ts';
import { useTask } from './task.ts';

interface Question {
  /** The places in which goods lie. */
  readonly lying: readonly CartView[];
  readonly answer: (leave: boolean) => void;
}

/** What a person is asked before a half-picked cart is left for other work; one at a time. */
export const useWalkQuestion = create<{ readonly question: Question | undefined }>(() => ({ question: undefined }));

const isGoing = (task: TaskView): boolean => task.kind === 'pick' && task.cart.length > 0 && task.line !== null;

/**
 * Asks before other work takes the place of a half-picked cart. Answers `none` where there is nothing to ask, else what the person chose.
 * `onWalk`: orders of the new work; where they are the cart's own, it goes on.
 */
export function useLeaveWalk(): (goesOnWith: (cart: readonly string[]) => boolean) => Promise<'none' | 'leave' | 'stay'> {
  const task = useTask().data;
  return useCallback((goesOnWith) => {
    const lying = task && isGoing(task) ? task.cart.filter(({ picked }) => picked > 0) : [];
    if (!task || lying.length === 0 || goesOnWith(task.cart.map(({ po }) => po))) return Promise.resolve('none');
    return new Promise((done) => {
      useWalkQuestion.setState({
        question: {
          lying,
          answer: (leave) => {
            useWalkQuestion.setState({ question: undefined });
            done(leave ? 'leave' : 'stay');
          },
        },
      });
    });
  }, [task]);
}
