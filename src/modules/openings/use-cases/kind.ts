import { holds, type ViewerContext } from '#access';
import type { OpeningKind } from '../domain/codes.ts';

/** Whoever leads the teams opens as a supervisor, everybody else in an emergency. */
export const kindFor = (context: Pick<ViewerContext, 'viewer'>): OpeningKind =>
  holds(context, 'caseload:manage') ? 'supervision' : 'emergency';
