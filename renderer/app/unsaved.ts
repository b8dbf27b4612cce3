import { useEffect } from 'react';
import { useFormState, type Control, type FieldValues } from 'react-hook-form';
import { create } from 'zustand';

/** How many forms on the screen hold what somebody typed and has not saved. */
const useUnsavedForms = create<{ readonly count: number }>(() => ({ count: 0 }));

/** Whether a scan may bring another screen up; else it is answered in the bar only. */
export const isScreenFree = (): boolean => useUnsavedForms.getState().count === 0;

/** Keeps what is typed on the screen while `changed`, whatever is scanned. */
export function useUnsaved(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    useUnsavedForms.setState(({ count }) => ({ count: count + 1 }));
    return () => useUnsavedForms.setState(({ count }) => ({ count: count - 1 }));
  }, [changed]);
}

/** The same for a whole form. */
export function useUnsavedForm<Values extends FieldValues, Output>(control: Control<Values, unknown, Output>): void {
  useUnsaved(useFormState({ control }).isDirty);
}
