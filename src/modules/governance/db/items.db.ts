import { sql } from 'kysely';
import { actingAsSystem, type ViewerContext } from '#access';
import { addRow, addRows, findRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { nameKey } from '#kernel/letters.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { rankOf, readSearch } from '#kernel/search.ts';
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
export async function decisionOf(
  context: ViewerContext,
  decisionId: string,
): Promise<DecisionBrief | undefined> {
  const row = await takenDecisions(context).where('decision.id', '=', decisionId).executeTakeFirst();
  return row && brief(row);
}

/** Decisions taken that fit the words by heading, text, register number or body; the nearest first, then the latest. */
export async function findDecisions(context: ViewerContext, words = ''): Promise<DecisionBrief[]> {
  const rows = await takenDecisions(context)
    .orderBy('item.decided_on', 'desc')
    .orderBy('decision.id')
    .execute();
  const search = readSearch(words);
  if (search === undefined) return rows.map(brief);
  return rows
    .flatMap((row) => {
      const rank = rankOf(search, wordsOfDecision(row).join(' '));
      return rank === undefined ? [] : [{ rank, decision: brief(row) }];
    })
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ decision }) => decision);
}

const wordsOfDecision = (row: Taken) => [
  row.heading,
  row.decided ?? row.proposed,
  ...row.register_numbers,
  ...Object.values(row.names),
];

const takenDecisions = (context: ViewerContext) =>
  context.db
    .selectFrom('governance.decision as decision')
    .innerJoin('governance.item as item', 'item.id', 'decision.item_id')
    .innerJoin('governance.body as body', 'body.id', 'item.body_id')
    .where('item.decided_on', 'is not', null)
    .select([
      'decision.id',
      'decision.item_id',
      'decision.decided',
      'decision.proposed',
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
  context: ViewerContext,
  note: { decisionId: string; kind: string; targetId: string; label: string; link?: string | undefined },
): Promise<void> {
  await actingAsSystem(context, 'a decision is told what it settles in another room', (system) =>
    system.db
      .insertInto('governance.settles')
      .values({
        decision_id: note.decisionId,
        kind: note.kind,
        target_id: note.targetId,
        label: note.label,
        link: note.link ?? null,
        noted_at: context.now.toISOString(),
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
  context: ViewerContext,
  name: string,
  municipality: string | undefined,
): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('governance.body')
    .select('id')
    .where((is) =>
      is(
        sql`${nameKey(name)}`,
        'in',
        sql`(select replace(search.letters(value), ' ', '') from jsonb_each_text(names))`,
      ),
    )
    .where('municipality', municipality === undefined ? 'is' : '=', municipality ?? null)
    .executeTakeFirst();
  return row?.id;
}

/** Where an item of this content stands already, or another item with the same body, day and section. */
export async function findItemLike(
  context: ViewerContext,
  of: { hash: string; bodyId: string | undefined; day: Day; section: number | undefined },
): Promise<{ itemId: string; same: boolean } | undefined> {
  const same = await findRow(context.db, 'governance.item', { content_hash: of.hash }, ['id']);
  if (same) return { itemId: same.id, same: true };
  if (of.bodyId === undefined || of.section === undefined) return undefined;
  const other = await context.db
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
  context: ViewerContext,
  draft: BoardItemDraft,
  hash: string,
  foundBody: string | undefined,
): Promise<{ itemId: string; bodyId: string; made: 'body' | 'meeting' | 'item'; madeId: string }> {
  const bodyId = foundBody ?? (await addBodyOf(context, draft));
  const { meetingId, isNew } = await meetingOf(context, draft, bodyId);
  const itemId = newId();
  const { nextPlace } = await context.db
    .selectFrom('governance.item')
    .select((by) => by.fn.coalesce(by.fn.max('place'), sql<number>`0`).as('nextPlace'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const decided = draft.result !== undefined && draft.outcomes.length > 0;
  const accepted = draft.result?.value === 'accepted' || draft.result?.value === 'accepted-changed';
  await addRows(context.db, 'governance.item', {
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
    made_at: context.now.toISOString(),
  });
  const placed = <T extends { line: number; raw: string }>(rows: readonly T[]) =>
    rows.map((row, at) => ({
      row,
      base: { id: newId(), item_id: itemId, place: at + 1, source_line: row.line, raw: row.raw },
    }));
  await context.db
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
    await context.db
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
    await context.db
      .insertInto('governance.money')
      .values(money.map(({ row, base }) => ({ ...base, cents: row.cents, about: row.about })))
      .execute();
  const confirming = accepted ? outcomes.find(({ row }) => row.kind === 'decide')?.base.id : undefined;
  if (draft.commitments.length > 0)
    await context.db
      .insertInto('governance.commitment')
      .values(
        draft.commitments.map((commitment) => ({
          id: newId(),
          item_id: itemId,
          body_id: bodyId,
          text: commitment.text,
          made_on: commitment.madeOn,
          channel: commitment.channel,
          cents: commitment.cents ?? null,
          condition: commitment.condition ?? null,
          decision_id: confirming ?? null,
          source_line: commitment.line,
          raw: commitment.raw,
        })),
      )
      .execute();
  const attachments = placed(draft.attachments);
  if (attachments.length > 0)
    await context.db
      .insertInto('governance.attachment')
      .values(attachments.map(({ row, base }) => ({ ...base, name: row.name })))
      .execute();
  const receivers = placed(draft.distribution);
  if (receivers.length > 0)
    await context.db
      .insertInto('governance.receiver')
      .values(
        receivers.map(({ row, base }) => ({
          ...base,
          position: row.position,
          organisation: row.organisation ?? null,
        })),
      )
      .execute();
  // The topmost of what is new: the rest lies under it.
  const made = foundBody === undefined ? 'body' : isNew ? 'meeting' : 'item';
  return { itemId, bodyId, made, madeId: { body: bodyId, meeting: meetingId, item: itemId }[made] };
}

async function addBodyOf(context: ViewerContext, draft: BoardItemDraft): Promise<string> {
  return addRow(context.db, 'governance.body', {
    kind: draft.body.kind,
    names: JSON.stringify({ [draft.source.language]: draft.body.name }),
    municipality: draft.municipality?.value ?? null,
    valid_from: draft.meetingOn.value,
  });
}

async function meetingOf(
  context: ViewerContext,
  draft: BoardItemDraft,
  bodyId: string,
): Promise<{ meetingId: string; isNew: boolean }> {
  const found = await context.db
    .selectFrom('governance.meeting')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('held_on', '=', draft.meetingOn.value)
    .executeTakeFirst();
  if (found) return { meetingId: found.id, isNew: false };
  const meetingId = await addRow(context.db, 'governance.meeting', {
    body_id: bodyId,
    number: draft.meetingNumber?.value ?? null,
    held_on: draft.meetingOn.value,
    state: draft.minutesChecked ? 'checked' : 'held',
    made_at: context.now.toISOString(),
  });
  return { meetingId, isNew: true };
}
