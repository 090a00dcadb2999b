import type { ProjectState } from './draft.ts';

/**
 * From idea to closed (PJ-20). A rejected application stays rejected: the improved one is a project of its own that is
 * linked to it (FND-10). `running` may be undone to `granted`, and an end that was not may be taken back.
 */
export const moves: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  idea: ['applied'],
  applied: ['granted', 'rejected', 'idea'],
  granted: ['running', 'ended'],
  rejected: [],
  running: ['ended', 'granted'],
  ended: ['closed', 'running'],
  closed: [],
};

/** Money of these is promised to somebody: a rejected or closed one, and a mere idea, are left out of committed sums. */
export const committedStates: readonly ProjectState[] = ['granted', 'running', 'ended'];

export function mayMove(from: ProjectState, to: ProjectState): boolean {
  return moves[from].includes(to);
}
