import { z } from 'zod';
import { anybody, type Handle } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { agendaOf } from '../db/agenda.db.ts';
import { findBody } from '../db/bodies.db.ts';
import { findMeeting, type Meeting } from '../db/meetings.db.ts';
import { addPublication, filesOut, listPublications, withdrawPublication } from '../db/publications.db.ts';
import { findingsIn, type MinutesFinding, type PublicItem, type PublicMinutes } from '../domain/minutes.ts';
import { keepsBody, keepsGovernance, readsGovernance } from '../policies.ts';
import { maybe } from './inputs.ts';
import { seatingOf, seatName } from './kept.ts';
import { readItem } from './read-item.ts';

const why = 'minutes for all to read, by position and without names';

/**
 * The minutes of a meeting, and what in them a person has to look at before they go out. For the public by position only,
 * with secret items as a mention; for officials whole.
 */
export async function minutesOf(
  handle: Handle,
  meeting: Meeting,
  reader: 'public' | 'officials' = 'public',
): Promise<{ minutes: PublicMinutes; findings: MinutesFinding[] }> {
  const body = (await findBody(handle, meeting.bodyId))!;
  const { seats, presence } = await seatingOf(handle, meeting);
  const items: PublicItem[] = [];
  const known = new Set<string>();
  for (const item of await agendaOf(handle, meeting.meetingId)) {
    const { itemId, section, secretBasis } = item;
    if (secretBasis !== undefined && reader === 'public') {
      items.push({ itemId, section, secretBasis });
      continue;
    }
    for (const one of [...item.preparers, ...(item.presenter ? [item.presenter] : [])])
      for (const word of [one.name, one.contact]) if (word) known.add(word);
    const read = await readItem(handle, item, meeting);
    items.push({
      itemId,
      section,
      heading: item.heading,
      language: item.language,
      registerNumbers: item.registerNumbers,
      mandateRole: item.mandateRole,
      parts: read.printed(reader === 'officials'),
      attachments: read.attachments.map(({ attachmentId, name }) => ({ attachmentId, name })),
    });
  }
  const held = meeting.state === 'held' || meeting.state === 'checked';
  const minutes: PublicMinutes = {
    bodyId: body.bodyId,
    body: body.names,
    heldOn: meeting.heldOn,
    beginsAt: meeting.beginsAt,
    place: meeting.place,
    number: meeting.number,
    checkedOn: meeting.checkedOn,
    present: seats.map((seat) => ({
      seat: seatName(seat),
      capacity: seat.capacity,
      presence: held ? (presence.get(seat.memberId) ?? 'absent') : undefined,
    })),
    alsoPresent: meeting.alsoPresent,
    items,
  };
  return { minutes, findings: findingsIn(minutes, [...known]) };
}

/** The minutes of a meeting whole, as officials read and print them: who was there, and every item that they may see. */
export const meetingMinutes = defineUseCase({
  name: 'governance.meeting-minutes',
  purpose: 'steering',
  input: z.object({ meetingId: Id }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'minutes of a body; officials stand in them in their office' },
  refusals: ['not-found'],
  async run(handle, { meetingId }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    const { minutes } = await minutesOf(handle, meeting, 'officials');
    return ok({ minutes, checked: meeting.state === 'checked' });
  },
});

/**
 * Lets checked minutes out for everybody, frozen as they are: what is kept from the public only as a mention. A person
 * confirms that nothing tells of a person beyond the office; an identity code is never let out (410/2015, 140 §).
 */
export const publishMinutes = defineUseCase({
  name: 'governance.publish-minutes',
  purpose: 'public-information',
  input: z.object({ meetingId: Id, confirmed: z.boolean().default(false) }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-secretary',
    'minutes-unchecked',
    'published-already',
    'identity-code-in-text',
    'confirmation-needed',
  ],
  async run(handle, { meetingId, confirmed }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state !== 'checked') return err({ code: 'minutes-unchecked' });
    if ((await listPublications(handle, { meetingId })).length > 0) return err({ code: 'published-already' });
    const { minutes, findings } = await minutesOf(handle, meeting);
    if (findings.some((one) => one.kind === 'identity-code')) return err({ code: 'identity-code-in-text' });
    if (!confirmed) return err({ code: 'confirmation-needed', field: 'confirmed' });
    await addPublication(handle, {
      meetingId,
      bodyId: meeting.bodyId,
      content: minutes,
      confirmed: findings.map((one) => one.text),
    });
    return ok();
  },
});

/** Takes public minutes back: nobody outside finds them any more; that they were out is remembered. */
export const withdrawMinutes = defineUseCase({
  name: 'governance.withdraw-minutes',
  purpose: 'public-information',
  input: z.object({ meetingId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'not-published'],
  async run(handle, { meetingId }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    return (await withdrawPublication(handle, meetingId)) ? ok() : err({ code: 'not-published' });
  },
});

/** Minutes that are out, for anybody: by body and day, with the headings of their public items. */
export const publicMinutesList = defineUseCase({
  name: 'governance.public-minutes-list',
  purpose: 'public-information',
  input: z
    .object({ words: maybe(100), bodyId: Id.optional() })
    .default({ words: undefined, bodyId: undefined }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: [],
  async run(handle, input) {
    const found = await listPublications(handle, input);
    return ok({
      minutes: found.map(({ meetingId, content, publishedAt }) => ({
        meetingId,
        bodyId: content.bodyId,
        body: content.body,
        heldOn: content.heldOn,
        number: content.number,
        publishedAt,
        headings: content.items.flatMap((one) => (one.secretBasis === undefined ? one.heading : [])),
      })),
    });
  },
});

/** Minutes of one meeting as they were let out, for anybody, with the files that are public now. */
export const publicMinutes = defineUseCase({
  name: 'governance.public-minutes',
  purpose: 'public-information',
  input: z.object({ meetingId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: ['not-found'],
  async run(handle, { meetingId }) {
    const [found] = await listPublications(handle, { meetingId });
    if (!found) return err({ code: 'not-found' });
    const files = await filesOut(
      handle,
      found.content.items.flatMap((one) =>
        one.secretBasis === undefined ? one.attachments.map((each) => each.attachmentId) : [],
      ),
    );
    return ok({
      minutes: found.content,
      publishedAt: found.publishedAt,
      files: Object.fromEntries(files),
    });
  },
});
