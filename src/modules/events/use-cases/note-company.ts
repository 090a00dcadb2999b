import { z } from 'zod';
import { companyBriefs } from '#companies';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addCompany, removeCompany } from '../db/presence.db.ts';
import { noPersonalData, writesEvents } from '../policies.ts';
import { barOf, presence } from './event-work.ts';

/** Writes down a company that came, or takes it back. Coming opens nobody's profile to it. */
export const noteCompany = defineUseCase({
  name: 'events.note-company',
  purpose: 'business-service',
  input: z.object({ eventId: Id, companyId: Id, came: z.boolean().default(true) }),
  policy: writesEvents,
  audit: noPersonalData,
  refusals: [...presence, 'company-not-found', 'here-already'],
  async run(context, { eventId, companyId, came }) {
    const { bar } = await barOf(context, eventId);
    if (bar) return err({ code: bar });
    if (!came) {
      await removeCompany(context, eventId, companyId);
      return ok();
    }
    if (!(await companyBriefs(context, [companyId])).has(companyId))
      return err({ code: 'company-not-found' });
    return (await addCompany(context, eventId, companyId)) ? ok() : err({ code: 'here-already' });
  },
});
