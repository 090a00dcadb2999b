/** How the state of a proposal looks. */
export const stateKinds = {
  waiting: 'waiting',
  'under-way': 'waiting',
  done: 'done',
  refused: 'stopped',
  withdrawn: 'stopped',
} as const;
