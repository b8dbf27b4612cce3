import { useEffect, useRef, useState } from 'react';
import type { AcknowledgementPlan } from '../../../shared/domain/acknowledgement/plan.ts';
import { useBridge } from '../../app/station.tsx';
import { acceptedDifferently, type Choices } from './answers.ts';

const WAIT_MS = 150;

/**
 * The plan's money with what the person tries. It is asked once the steppers stand still, one question at a time, and
 * never holds a stepper up: until the answer is there the last one stays. `plan` alone while nothing was changed.
 */
export function useConsequences(plan: AcknowledgementPlan | undefined, choices: Choices): { readonly tried: AcknowledgementPlan | undefined; readonly current: boolean } {
  const { client } = useBridge();
  const [answer, setAnswer] = useState<{ readonly choices: Choices; readonly base: AcknowledgementPlan; readonly plan: AcknowledgementPlan }>();
  const latest = useRef(0);
  const po = plan?.po;
  const changed = plan !== undefined && Object.keys(acceptedDifferently(plan, choices)).length > 0;

  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    if (po === undefined || plan === undefined || !changed) return undefined;
    const timer = setTimeout(() => {
      client()
        .acknowledgement.consequences({ po, accept: acceptedDifferently(plan, choices) })
        .then((tried) => {
          if (latest.current === mine) setAnswer({ choices, base: plan, plan: tried });
        })
        // The money of the last try stays on the screen, marked as old; sending asks the station anyway.
        .catch(() => undefined);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [client, po, plan, choices, changed]);

  if (!changed) return { tried: plan, current: true };
  return { tried: answer?.plan ?? plan, current: answer?.choices === choices && answer.base === plan };
}
