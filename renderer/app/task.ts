import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Subject, TaskView } from '../../shared/contracts/views.ts';
import { useAnswer, useStationState } from './station.tsx';

const SUBJECTS: readonly Subject[] = ['tasks', 'orders', 'units', 'shipments', 'stock'];
const KEY = 'task';

/** This station's task as it stands now: the one answer that the stage and the scan bar both show. */
export function useTask(): UseQueryResult<TaskView | null> {
  const signedIn = useStationState(({ session }) => session?.person != null);
  return useAnswer(SUBJECTS, [KEY, signedIn], (client) => (signedIn ? client.floor.task({}) : Promise.resolve(null)));
}

/** Shows the task that a reply brought at once, without asking for it again. */
export function useTakeTask(): (task: TaskView | null) => void {
  const queries = useQueryClient();
  return useCallback((task) => queries.setQueryData([SUBJECTS.join(' '), KEY, true], task), [queries]);
}
