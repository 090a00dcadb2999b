import type { ViewerContext } from '#access';
import { addRow, dropRows, findRows, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';
import type { Cents } from '#kernel/money.ts';
import type { ItemResult, ItemState, MandateRole, OutcomeKind, PartKind } from '../domain/codes.ts';
import { dropAttachmentsOf } from './attachments.db.ts';

/** An official named in an item, in office. */
export interface Officer {
  position: string;
  name?: string;
  contact?: string;
}

export interface Item {
  itemId: string;
  meetingId: string;
  bodyId: string;
  place: number;
  section?: number;
  heading: string;
  language: Language;
  registerNumbers: string[];
  mandateRole?: MandateRole;
  state: ItemState;
  result?: ItemResult;
  decidedOn?: Day;
  notifiedOn?: Day;
  continuesId?: string;
  /** Kept from the public: by which section of law. */
  secretBasis?: string;
  preparers: Officer[];
  presenter?: Officer;
  /** The document that the item was read from. */
  source?: string;
}

const all = (context: ViewerContext) => context.db.selectFrom('governance.item').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const itemFrom = (row: Row): Item => ({
  itemId: row.id,
  meetingId: row.meeting_id,
  bodyId: row.body_id,
  place: row.place,
  heading: row.heading,
  language: row.language as Language,
  registerNumbers: row.register_numbers,
  state: row.state as ItemState,
  preparers: row.preparers,
  ...(row.section === null ? {} : { section: row.section }),
  ...(row.mandate_role === null ? {} : { mandateRole: row.mandate_role as MandateRole }),
  ...(row.result === null ? {} : { result: row.result as ItemResult }),
  ...(row.decided_on === null ? {} : { decidedOn: row.decided_on }),
  ...(row.notified_on === null ? {} : { notifiedOn: row.notified_on }),
  ...(row.continues_id === null ? {} : { continuesId: row.continues_id }),
  ...(row.secret_basis === null ? {} : { secretBasis: row.secret_basis }),
  ...(row.presenter === null ? {} : { presenter: row.presenter }),
  ...(row.source === null ? {} : { source: row.source }),
});

/** The agenda of a meeting, in its order. */
export async function agendaOf(context: ViewerContext, meetingId: string): Promise<Item[]> {
  return (await all(context).where('meeting_id', '=', meetingId).orderBy('place').execute()).map(itemFrom);
}

/** One item, if the viewer may see it. */
export async function findItem(context: ViewerContext, itemId: string): Promise<Item | undefined> {
  const row = await all(context).where('id', '=', itemId).executeTakeFirst();
  return row && itemFrom(row);
}

/** The chain of an item that was tabled or returned: what it goes on with, and what went on with it, the oldest first. */
export async function chainOf(
  context: ViewerContext,
  item: Item,
): Promise<{ before: Item[]; after: Item[] }> {
  const before: Item[] = [];
  for (let id = item.continuesId; id !== undefined; ) {
    const found = await findItem(context, id);
    if (!found) break;
    before.unshift(found);
    id = found.continuesId;
  }
  const after: Item[] = [];
  for (let id: string | undefined = item.itemId; id !== undefined; ) {
    const row = await all(context).where('continues_id', '=', id).orderBy('id').executeTakeFirst();
    if (row) after.push(itemFrom(row));
    id = row?.id;
  }
  return { before, after };
}

/** Puts a draft last on the agenda. */
export async function addItem(
  context: ViewerContext,
  draft: {
    meetingId: string;
    bodyId: string;
    heading: string;
    language: Language;
    mandateRole?: MandateRole | undefined;
    continuesId?: string | undefined;
  },
): Promise<string> {
  const last = (await agendaOf(context, draft.meetingId)).at(-1)?.place ?? 0;
  return addRow(context.db, 'governance.item', {
    meeting_id: draft.meetingId,
    body_id: draft.bodyId,
    place: last + 1,
    heading: draft.heading,
    language: draft.language,
    mandate_role: draft.mandateRole ?? null,
    continues_id: draft.continuesId ?? null,
    state: 'draft',
    made_at: context.now.toISOString(),
    made_by: context.viewer.accountId ?? null,
  });
}

/** Changes what stands at the head of an item, or moves it on. */
export async function changeItem(
  context: ViewerContext,
  itemId: string,
  changes: Partial<{
    heading: string;
    registerNumbers: string[];
    mandateRole: MandateRole | null;
    preparers: Officer[];
    presenter: Officer | null;
    state: ItemState;
    result: ItemResult;
    decidedOn: Day;
    notifiedOn: Day;
    section: number;
    place: number;
    secretBasis: string | null;
  }>,
): Promise<void> {
  const { registerNumbers, mandateRole, preparers, presenter, decidedOn, notifiedOn, secretBasis, ...same } =
    changes;
  await setRows(context.db, 'governance.item', itemId, {
    ...same,
    ...(registerNumbers === undefined ? {} : { register_numbers: registerNumbers }),
    ...(mandateRole === undefined ? {} : { mandate_role: mandateRole }),
    ...(preparers === undefined ? {} : { preparers: JSON.stringify(preparers) }),
    ...(presenter === undefined ? {} : { presenter: presenter === null ? null : JSON.stringify(presenter) }),
    ...(secretBasis === undefined ? {} : { secret_basis: secretBasis }),
    ...(decidedOn === undefined ? {} : { decided_on: decidedOn }),
    ...(notifiedOn === undefined ? {} : { notified_on: notifiedOn }),
  });
}

/** Takes a draft away with everything that hangs on it. */
export async function removeItem(context: ViewerContext, itemId: string): Promise<void> {
  await dropAttachmentsOf(context, itemId);
  for (const table of [
    'governance.part',
    'governance.decision',
    'governance.receiver',
    'governance.commitment',
  ] as const)
    await dropRows(context.db, table, { item_id: itemId });
  await dropRows(context.db, 'governance.item', itemId);
}

/** The next § of a body in the year of a day: sections run through the year. */
export async function nextSection(context: ViewerContext, bodyId: string, day: Day): Promise<number> {
  const row = await context.db
    .selectFrom('governance.item as item')
    .innerJoin('governance.meeting as meeting', 'meeting.id', 'item.meeting_id')
    .select((by) => by.fn.max('item.section').as('last'))
    .where('item.body_id', '=', bodyId)
    .where('meeting.held_on', '>=', `${day.slice(0, 4)}-01-01`)
    .where('meeting.held_on', '<=', `${day.slice(0, 4)}-12-31`)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export interface Part {
  kind: PartKind;
  title?: string;
  text: string;
  line?: number;
}

/** The kept parts of an item, in their order. */
export async function partsOf(context: ViewerContext, itemId: string): Promise<Part[]> {
  const rows = await findRows(context.db, 'governance.part', { item_id: itemId }, 'all', ['place']);
  return rows.map((row) => ({
    kind: row.kind as PartKind,
    text: row.text,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.source_line === null ? {} : { line: row.source_line }),
  }));
}

/** Keeps one part of a kind, in the place of what stood there; an empty text takes it away. */
export async function setPart(
  context: ViewerContext,
  itemId: string,
  kind: PartKind,
  text: string,
): Promise<void> {
  await dropRows(context.db, 'governance.part', { item_id: itemId, kind });
  if (text === '') return;
  const { last } = await context.db
    .selectFrom('governance.part')
    .select((by) => by.fn.max('place').as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  await addRow(context.db, 'governance.part', {
    item_id: itemId,
    place: (last ?? 0) + 1,
    kind,
    text,
  });
}

export interface Decision {
  decisionId: string;
  kind: OutcomeKind;
  proposed: string;
  decided?: string;
}

/** The outcomes of an item, in their order. */
export async function decisionsOf(context: ViewerContext, itemId: string): Promise<Decision[]> {
  const rows = await findRows(context.db, 'governance.decision', { item_id: itemId }, 'all', ['place']);
  return rows.map((row) => ({
    decisionId: row.id,
    kind: row.kind as OutcomeKind,
    proposed: row.proposed,
    ...(row.decided === null ? {} : { decided: row.decided }),
  }));
}

/** Keeps what is proposed, in order. An outcome whose words stay keeps its id, because others may point at it. */
export async function setProposals(
  context: ViewerContext,
  itemId: string,
  proposals: readonly { kind: OutcomeKind; text: string }[],
): Promise<void> {
  const before = await decisionsOf(context, itemId);
  await dropRows(context.db, 'governance.decision', { item_id: itemId });
  if (proposals.length === 0) return;
  await context.db
    .insertInto('governance.decision')
    .values(
      proposals.map((proposal, at) => ({
        id: before[at]?.decisionId ?? newId(),
        item_id: itemId,
        place: at + 1,
        kind: proposal.kind,
        proposed: proposal.text,
      })),
    )
    .execute();
}

/** Notes what was decided of each outcome; those without words came to nothing. */
export async function setDecided(
  context: ViewerContext,
  decided: ReadonlyMap<string, string | null>,
): Promise<void> {
  for (const [id, text] of decided) await setRows(context.db, 'governance.decision', id, { decided: text });
}

/** Sums of money in the text of an imported item. */
export async function moneyOf(
  context: ViewerContext,
  itemId: string,
): Promise<{ cents: Cents; about: string }[]> {
  return findRows(context.db, 'governance.money', { item_id: itemId }, ['cents', 'about'], ['place']);
}

/** What the item's decisions settle in other rooms. */
export async function settledBy(
  context: ViewerContext,
  itemId: string,
): Promise<{ decisionId: string; kind: string; label: string; link?: string }[]> {
  const rows = await context.db
    .selectFrom('governance.settles as settles')
    .innerJoin('governance.decision as decision', 'decision.id', 'settles.decision_id')
    .select(['settles.decision_id', 'settles.kind', 'settles.label', 'settles.link'])
    .where('decision.item_id', '=', itemId)
    .orderBy('settles.noted_at')
    .execute();
  return rows.map((row) => ({
    decisionId: row.decision_id,
    kind: row.kind,
    label: row.label,
    ...(row.link === null ? {} : { link: row.link }),
  }));
}
