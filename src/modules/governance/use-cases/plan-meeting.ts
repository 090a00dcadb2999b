import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBody } from '../db/bodies.db.ts';
import { addMeeting } from '../db/meetings.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { MeetingFields } from './meetings.ts';
import { why } from './why.ts';

/** Plans a meeting of a body. */
export const planMeeting = defineUseCase({
  name: 'governance.plan-meeting',
  purpose: 'steering',
  input: z.object({ bodyId: Id, ...MeetingFields }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.meetings },
  refusals: ['not-found', 'not-secretary'],
  async run(context, input) {
    if (!(await findBody(context, input.bodyId))) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, input.bodyId))) return err({ code: 'not-secretary' });
    return ok({ meetingId: await addMeeting(context, input) });
  },
});
