import type { Day } from '#kernel/days.ts';
import { meetings } from './codes.ts';
import type { Duty, PathStep } from './path.ts';

/** Something that waits for the person: what, from when, until when. */
export interface Need {
  kind: 'invitation' | 'consent-request' | 'meeting' | 'mapping';
  subjectId: string;
  since?: Day;
  until?: Day;
  late: boolean;
  step?: PathStep;
  duty?: Duty;
}

/** Something that waits for somebody else, so that the person knows whose turn it is. */
export interface Wait {
  kind: 'introduced' | 'interview';
  subjectId: string;
  since: Day;
  step: PathStep;
}

/**
 * What needs the person now, soonest first: every open duty with its day (requirements X-07), invitations, requests of
 * consent, a mapping that was left halfway.
 */
export function needsOf(steps: readonly PathStep[], duties: readonly Duty[]): Need[] {
  const held = duties.flatMap((duty): Need[] => {
    const kind = (meetings as readonly string[]).includes(duty.kind)
      ? 'meeting'
      : duty.kind === 'skills-mapping'
        ? 'mapping'
        : undefined;
    if (kind === undefined) return [];
    return [{ kind, subjectId: duty.taskId, until: duty.dueOn, late: duty.nearness === 'overdue', duty }];
  });
  const asked = steps.flatMap((step): Need[] => {
    const kind = kindOfNeed[step.kind];
    if (step.state !== 'waiting' || step.subjectId === undefined || kind === undefined) return [];
    if (kind === 'mapping' && held.some((need) => need.kind === 'mapping')) return [];
    return [{ kind, subjectId: step.subjectId, since: step.day, late: false, step }];
  });
  const order = (need: Need) => need.until ?? need.since ?? '9999-12-31';
  return [...held, ...asked].sort((a, b) => order(a).localeCompare(order(b)));
}

const kindOfNeed: Readonly<Record<string, Need['kind'] | undefined>> = {
  'pilot-invited': 'invitation',
  'consent-asked': 'consent-request',
  'mapping-started': 'mapping',
};

/** What somebody else has to do next for this person. */
export function waitsOf(steps: readonly PathStep[]): Wait[] {
  return steps.flatMap((step): Wait[] =>
    (step.kind === 'introduced' || step.kind === 'interview') &&
    step.state === 'waiting' &&
    step.subjectId !== undefined
      ? [{ kind: step.kind, subjectId: step.subjectId, since: step.day, step }]
      : [],
  );
}
