import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findMeeting } from '../db/meetings.db.ts';
import { addPublication, listPublications } from '../db/publications.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { minutesOf } from './minutes.ts';
import { why } from './why.ts';

/**
 * Lets checked minutes out for everybody, frozen as they are: what is kept from the public only as a mention. A person
 * confirms that nothing tells of a person beyond the office; an identity code is never let out (410/2015, 140 §).
 */
export const publishMinutes = defineUseCase({
  name: 'governance.publish-minutes',
  purpose: 'public-information',
  input: z.object({ meetingId: Id, confirmed: z.boolean().default(false) }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.minutes },
  refusals: [
    'not-found',
    'not-secretary',
    'minutes-unchecked',
    'published-already',
    'identity-code-in-text',
    'confirmation-needed',
  ],
  async run(context, { meetingId, confirmed }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state !== 'checked') return err({ code: 'minutes-unchecked' });
    if ((await listPublications(context, { meetingId })).length > 0)
      return err({ code: 'published-already' });
    const { minutes, findings } = await minutesOf(context, meeting);
    if (findings.some((finding) => finding.kind === 'identity-code'))
      return err({ code: 'identity-code-in-text' });
    if (!confirmed) return err({ code: 'confirmation-needed', field: 'confirmed' });
    await addPublication(context, {
      meetingId,
      bodyId: meeting.bodyId,
      content: minutes,
      confirmed: findings.map((finding) => finding.text),
    });
    return ok();
  },
});
