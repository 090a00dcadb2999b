import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { insertReport } from '../db/reports.db.ts';
import { aboutProjects, readsProjects } from '../policies.ts';

/** Asks for a board report of the portfolio. It is written in the background; its reader sees how far it is. */
export const askReport = defineUseCase({
  name: 'projects.ask-report',
  ...aboutProjects,
  input: z.object({ form: z.enum(['pdf', 'docx']), name: z.string().min(1).max(200) }),
  policy: readsProjects,
  refusals: [],
  async run(context, { form, name }) {
    return ok({ reportId: await insertReport(context, form, name) });
  },
});
