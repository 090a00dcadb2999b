import { z } from 'zod';
import { system } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { takeWaitingFile } from '../db/report-files.db.ts';

/** Background work: is there a file to be made? */
export const filesWaiting = defineUseCase({
  name: 'programmes.files-waiting',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [],
  async run(context) {
    return ok({ waiting: (await takeWaitingFile(context)) !== undefined });
  },
});
