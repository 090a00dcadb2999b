import { z } from 'zod';
import { may } from '#access';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { suppressCount } from '#kernel/small-numbers.ts';
import { defineUseCase } from '#use-case';
import { engineStateOf } from '../memory.ts';

/** How the engine of the process that answers is: its state, what it holds and in how much memory, what it has read and when. */
export const engineState = defineUseCase({
  name: 'matching.engine-state',
  purpose: 'administration',
  input: z.object({}),
  policy: may('service-state:read'),
  audit: { kind: 'none', why: 'The state of a process, and how many people and needs the whole area has.' },
  refusals: [],
  async run(context) {
    const { memoryBytes, people, ...state } = engineStateOf(context.app);
    return ok({
      ...state,
      people: suppressCount(people, { limit: smallNumberLimitOn(context.today) }),
      memoryMb: Math.ceil(memoryBytes / 1_048_576),
    });
  },
});
