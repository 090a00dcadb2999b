import { createHash } from 'node:crypto';
import type { ViewerContext } from '#access';
import { insert, json } from '#demo/insert.ts';
import { nextWorkingDay } from '#demo/making.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { governance } from '#governance';
import { addDays } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';

/**
 * An earlier meeting of the leadership group whose minutes everybody reads: a vote that the chair decided, a public
 * attachment; and a distribution list to be used again.
 */
export async function loadMinutes(context: ViewerContext, { today }: DemonstrationArea): Promise<void> {
  const { db } = context;
  const { id: bodyId } = await db.selectFrom('governance.body').select('id').executeTakeFirstOrThrow();
  const members = await db
    .selectFrom('governance.member')
    .select(['id', 'capacity'])
    .where('body_id', '=', bodyId)
    .orderBy('id')
    .execute();
  const voters = members.filter((member) => ['chair', 'vice-chair', 'member'].includes(member.capacity));
  const heldOn = nextWorkingDay(addDays(today, -58));
  const [meetingId, itemId, voteId, attachmentId, listId] = [newId(), newId(), newId(), newId(), newId()];
  const at = `${heldOn}T10:00:00.000Z`;
  await insert(db, 'governance.meeting', [
    {
      id: meetingId,
      body_id: bodyId,
      number: `3/${heldOn.slice(0, 4)}`,
      held_on: heldOn,
      begins_at: '09:00',
      place: 'Mikkelin kaupungintalo',
      state: 'checked',
      called_on: addDays(heldOn, -7),
      checked_on: nextWorkingDay(addDays(heldOn, 6)),
      made_at: at,
    },
  ]);
  await insert(
    db,
    'governance.attendance',
    members.map((member) => ({ meeting_id: meetingId, member_id: member.id, presence: 'present' })),
  );
  await insert(db, 'governance.item', [
    {
      id: itemId,
      meeting_id: meetingId,
      body_id: bodyId,
      place: 1,
      section: 11,
      heading: 'Rekrytointitapahtumien paikat',
      mandate_role: 'programme-board',
      state: 'decided',
      result: 'accepted',
      decided_on: heldOn,
      preparers: json([{ position: 'hallintojohtaja' }]),
      presenter: json({ position: 'työllisyysjohtaja' }),
      made_at: at,
    },
  ]);
  const part = (place: number, kind: string, text: string) => ({
    id: newId(),
    item_id: itemId,
    place,
    kind,
    text,
  });
  await insert(db, 'governance.part', [
    part(
      1,
      'background',
      'Alueella järjestetään neljä rekrytointitapahtumaa vuodessa. Paikat ovat liitteessä.',
    ),
    part(2, 'handling', 'Jäsen ehdotti, että kaikki tapahtumat pidetään Mikkelissä. Ehdotusta kannatettiin.'),
  ]);
  const proposal = 'Tapahtumat pidetään vuorotellen alueen kunnissa.';
  await insert(db, 'governance.decision', [
    { id: newId(), item_id: itemId, place: 1, kind: 'decide', proposed: proposal, decided: proposal },
  ]);
  // The chair and the first of the others are for, so that an even vote is decided by the chair.
  const sideOf = (place: number) => (place < voters.length / 2 ? 'for' : 'against');
  const count = (side: string) => voters.filter((_, place) => sideOf(place) === side).length;
  await insert(db, 'governance.vote', [
    {
      id: voteId,
      item_id: itemId,
      place: 1,
      proposal,
      counter: 'Kaikki tapahtumat pidetään Mikkelissä.',
      counter_kind: 'other-words',
      for_count: count('for'),
      against_count: count('against'),
      blank_count: 0,
      absent_count: 0,
      chair_choice: 'for',
      noted_at: at,
    },
  ]);
  await insert(
    db,
    'governance.ballot',
    voters.map((voter, place) => ({ vote_id: voteId, member_id: voter.id, choice: sideOf(place) })),
  );
  const content = Buffer.from('Rekrytointitapahtumat\n\nMikkeli, Juva, Kangasniemi, Mäntyharju\n');
  await insert(db, 'governance.attachment', [
    { id: attachmentId, item_id: itemId, place: 1, name: 'Tapahtumien paikat', is_public: true },
  ]);
  await insert(db, 'governance.attachment_file', [
    {
      id: newId(),
      attachment_id: attachmentId,
      version: 1,
      file_name: 'tapahtumien-paikat.txt',
      media_type: 'text/plain; charset=utf-8',
      bytes: content.byteLength,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
      added_at: at,
    },
  ]);
  await insert(db, 'governance.distribution_list', [
    { id: listId, body_id: bodyId, name: 'Työllisyyden hoito' },
  ]);
  await insert(
    db,
    'governance.list_entry',
    ['palvelupäällikkö', 'työllisyyskoordinaattori', 'työnsuunnittelija'].map((position, place) => ({
      id: newId(),
      list_id: listId,
      place: place + 1,
      position,
      organisation: 'Mikkelin seudun työllisyysalue',
    })),
  );
  unwrap(await governance.publishMinutes.run(context, { meetingId, confirmed: true }));
}
