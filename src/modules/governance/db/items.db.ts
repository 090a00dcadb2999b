import { sql } from 'kysely';
import { actingAsSystem, type Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { ItemResult } from '../domain/codes.ts';
import type { BoardItemDraft } from '../domain/draft.ts';

/** A decision as other rooms know it. */
export interface DecisionBrief {
  decisionId: string;
  itemId: string;
  bodyId: string;
  body: LocalisedText;
  heading: string;
  section?: number;
  registerNumbers: string[];
  decidedOn: Day;
  result: ItemResult;
  /** What was decided; absent when nothing came of the proposal (rejected, tabled, returned). */
  text?: string;
}

/**
 * A decision that has been taken, with its day; undefined when there is none with this id or the body has not decided
 * yet. A condition of funding that waits for a decision is satisfied when `text` is there and `decidedOn` is not later
 * than the day that the condition allows.
 */
export async function decisionOf(handle: Handle, decisionId: string): Promise<DecisionBrief | undefined> {
  const row = await takenDecisions(handle).where('decision.id', '=', decisionId).executeTakeFirst();
  return row && brief(row);
}

/** Decisions taken whose heading, register number or text has the words; the latest first. For choosing one elsewhere. */
export async function findDecisions(handle: Handle, words: string, limit = 20): Promise<DecisionBrief[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await takenDecisions(handle)
    .where((is) =>
      is.or([
        is('item.heading', 'ilike', like),
        is('decision.proposed', 'ilike', like),
        is(sql`array_to_string(item.register_numbers, ' ')`, 'ilike', like),
      ]),
    )
    .orderBy('item.decided_on', 'desc')
    .orderBy('decision.id')
    .limit(limit)
    .execute();
  return rows.map(brief);
}

const takenDecisions = (handle: Handle) =>
  handle.db
    .selectFrom('governance.decision as decision')
    .innerJoin('governance.item as item', 'item.id', 'decision.item_id')
    .innerJoin('governance.body as body', 'body.id', 'item.body_id')
    .where('item.decided_on', 'is not', null)
    .select([
      'decision.id',
      'decision.item_id',
      'decision.decided',
      'item.body_id',
      'body.names',
      'item.heading',
      'item.section',
      'item.register_numbers',
      'item.decided_on',
      'item.result',
    ]);

type Taken = Awaited<ReturnType<ReturnType<typeof takenDecisions>['execute']>>[number];

const brief = (row: Taken): DecisionBrief => ({
  decisionId: row.id,
  itemId: row.item_id,
  bodyId: row.body_id,
  body: row.names,
  heading: row.heading,
  ...(row.section === null ? {} : { section: row.section }),
  registerNumbers: row.register_numbers,
  decidedOn: row.decided_on!,
  result: row.result as ItemResult,
  ...(row.decided === null ? {} : { text: row.decided }),
});

/**
 * Notes that a decision settles something of another room (a condition of funding, a participation, a proposal), so that
 * the decision's page shows it. The same note again changes its words only.
 */
export async function noteSettles(
  handle: Handle,
  note: { decisionId: string; kind: string; targetId: string; label: string; link?: string | undefined },
): Promise<void> {
  await actingAsSystem(handle, 'a decision is told what it settles in another room', (house) =>
    house.db
      .insertInto('governance.settles')
      .values({
        decision_id: note.decisionId,
        kind: note.kind,
        target_id: note.targetId,
        label: note.label,
        link: note.link ?? null,
        noted_at: handle.now.toISOString(),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['decision_id', 'kind', 'target_id'])
          .doUpdateSet({ label: note.label, link: note.link ?? null }),
      )
      .execute(),
  );
}

/** A body by the name that a document gives it, in the municipality that the document gives. */
export async function findBodyByName(
  handle: Handle,
  name: string,
  municipality: string | undefined,
): Promise<string | undefined> {
  const row = await handle.db
    .selectFrom('governance.body')
    .select('id')
    .where((is) => is(sql`lower(${name})`, 'in', sql`(select lower(value) from jsonb_each_text(names))`))
    .where('municipality', municipality === undefined ? 'is' : '=', municipality ?? null)
    .executeTakeFirst();
  return row?.id;
}

/** Where an item of this content stands already, or another item with the same body, day and section. */
export async function findItemLike(
  handle: Handle,
  of: { hash: string; bodyId: string | undefined; day: Day; section: number | undefined },
): Promise<{ itemId: string; same: boolean } | undefined> {
  const same = await handle.db
    .selectFrom('governance.item')
    .select('id')
    .where('content_hash', '=', of.hash)
    .executeTakeFirst();
  if (same) return { itemId: same.id, same: true };
  if (of.bodyId === undefined || of.section === undefined) return undefined;
  const other = await handle.db
    .selectFrom('governance.item as item')
    .innerJoin('governance.meeting as meeting', 'meeting.id', 'item.meeting_id')
    .select('item.id')
    .where('item.body_id', '=', of.bodyId)
    .where('meeting.held_on', '=', of.day)
    .where('item.section', '=', of.section)
    .executeTakeFirst();
  return other && { itemId: other.id, same: false };
}

/** Keeps a draft whole: body and meeting when they are new, the item with its parts and everything read from it. */
export async function addItemFromDraft(
  handle: Handle,
  draft: BoardItemDraft,
  hash: string,
  foundBody: string | undefined,
): Promise<{ itemId: string; bodyId: string }> {
  const bodyId = foundBody ?? (await addBodyOf(handle, draft));
  const meetingId = await meetingOf(handle, draft, bodyId);
  const itemId = newId();
  const { nextPlace } = await handle.db
    .selectFrom('governance.item')
    .select((by) => by.fn.coalesce(by.fn.max('place'), sql<number>`0`).as('nextPlace'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const decided = draft.result !== undefined && draft.outcomes.length > 0;
  const accepted = draft.result?.value === 'accepted' || draft.result?.value === 'accepted-changed';
  await handle.db
    .insertInto('governance.item')
    .values({
      id: itemId,
      meeting_id: meetingId,
      body_id: bodyId,
      place: nextPlace + 1,
      section: draft.section?.value ?? null,
      heading: draft.heading.value,
      language: draft.source.language,
      register_numbers: draft.registerNumbers.map((number) => number.value),
      state: decided ? 'decided' : 'proposed',
      result: decided ? draft.result!.value : null,
      decided_on: decided ? draft.meetingOn.value : null,
      preparers: JSON.stringify(draft.preparers),
      presenter: draft.presenter ? JSON.stringify(draft.presenter) : null,
      source: draft.source.name,
      content_hash: hash,
      made_at: handle.now.toISOString(),
    })
    .execute();
  const placed = <T extends { line: number; raw: string }>(rows: readonly T[]) =>
    rows.map((row, at) => ({
      row,
      base: { id: newId(), item_id: itemId, place: at + 1, source_line: row.line, raw: row.raw },
    }));
  await handle.db
    .insertInto('governance.part')
    .values(
      placed(draft.parts).map(({ row, base }) => ({
        ...base,
        kind: row.kind,
        title: row.title ?? null,
        text: row.text,
      })),
    )
    .execute();
  const outcomes = placed(draft.outcomes);
  if (outcomes.length > 0)
    await handle.db
      .insertInto('governance.decision')
      .values(
        outcomes.map(({ row, base }) => ({
          ...base,
          kind: row.kind,
          proposed: row.text,
          decided: decided && accepted ? row.text : null,
        })),
      )
      .execute();
  const money = placed(draft.money);
  if (money.length > 0)
    await handle.db
      .insertInto('governance.money')
      .values(money.map(({ row, base }) => ({ ...base, cents: row.cents, about: row.about })))
      .execute();
  const confirming = accepted ? outcomes.find(({ row }) => row.kind === 'decide')?.base.id : undefined;
  if (draft.commitments.length > 0)
    await handle.db
      .insertInto('governance.commitment')
      .values(
        draft.commitments.map((one) => ({
          id: newId(),
          item_id: itemId,
          body_id: bodyId,
          text: one.text,
          made_on: one.madeOn,
          channel: one.channel,
          cents: one.cents ?? null,
          condition: one.condition ?? null,
          decision_id: confirming ?? null,
          source_line: one.line,
          raw: one.raw,
        })),
      )
      .execute();
  const attachments = placed(draft.attachments);
  if (attachments.length > 0)
    await handle.db
      .insertInto('governance.attachment')
      .values(attachments.map(({ row, base }) => ({ ...base, name: row.name })))
      .execute();
  const receivers = placed(draft.distribution);
  if (receivers.length > 0)
    await handle.db
      .insertInto('governance.receiver')
      .values(
        receivers.map(({ row, base }) => ({
          ...base,
          position: row.position,
          organisation: row.organisation ?? null,
        })),
      )
      .execute();
  return { itemId, bodyId };
}

async function addBodyOf(handle: Handle, draft: BoardItemDraft): Promise<string> {
  const id = newId();
  await handle.db
    .insertInto('governance.body')
    .values({
      id,
      kind: draft.body.kind,
      names: JSON.stringify({ [draft.source.language]: draft.body.name }),
      municipality: draft.municipality?.value ?? null,
      valid_from: draft.meetingOn.value,
    })
    .execute();
  return id;
}

async function meetingOf(handle: Handle, draft: BoardItemDraft, bodyId: string): Promise<string> {
  const found = await handle.db
    .selectFrom('governance.meeting')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('held_on', '=', draft.meetingOn.value)
    .executeTakeFirst();
  if (found) return found.id;
  const id = newId();
  await handle.db
    .insertInto('governance.meeting')
    .values({
      id,
      body_id: bodyId,
      number: draft.meetingNumber?.value ?? null,
      held_on: draft.meetingOn.value,
      state: draft.minutesChecked ? 'checked' : 'held',
      made_at: handle.now.toISOString(),
    })
    .execute();
  return id;
}
