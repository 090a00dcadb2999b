import type { ViewerContext } from '#access';
import { addRow, addRows, dropRows, findRows, setRows } from '#db/table-rows.ts';
import { newId } from '#kernel/ids.ts';
import type { BallotChoice, CounterKind } from '../domain/codes.ts';
import type { Ballot, Tally, Vote } from '../domain/voting.ts';

/** The votes on an item, in the order in which they were taken, with the ballots that are known by seat. */
export async function votesOf(context: ViewerContext, itemId: string): Promise<Vote[]> {
  const rows = await findRows(context.db, 'governance.vote', { item_id: itemId }, 'all', ['place']);
  const ballots =
    rows.length === 0
      ? []
      : await context.db
          .selectFrom('governance.ballot')
          .selectAll()
          .where(
            'vote_id',
            'in',
            rows.map((row) => row.id),
          )
          .execute();
  return rows.map((row) => ({
    voteId: row.id,
    proposal: row.proposal,
    counter: row.counter,
    counterKind: row.counter_kind as CounterKind,
    for: row.for_count,
    against: row.against_count,
    blank: row.blank_count,
    absent: row.absent_count,
    ...(row.chair_choice === null ? {} : { chairChoice: row.chair_choice as 'for' | 'against' }),
    ballots: ballots
      .filter((ballot) => ballot.vote_id === row.id)
      .map((ballot) => ({ memberId: ballot.member_id, choice: ballot.choice as BallotChoice })),
  }));
}

/** Notes a vote after those that were taken before it. */
export async function addVote(
  context: ViewerContext,
  itemId: string,
  vote: Tally & {
    proposal: string;
    counter: string;
    counterKind: CounterKind;
    chairChoice?: 'for' | 'against' | undefined;
    ballots: readonly Ballot[];
  },
): Promise<string> {
  const id = newId();
  const { last } = await context.db
    .selectFrom('governance.vote')
    .select((by) => by.fn.max('place').as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  await addRows(context.db, 'governance.vote', {
    id,
    item_id: itemId,
    place: (last ?? 0) + 1,
    proposal: vote.proposal,
    counter: vote.counter,
    counter_kind: vote.counterKind,
    for_count: vote.for,
    against_count: vote.against,
    blank_count: vote.blank,
    absent_count: vote.absent,
    chair_choice: vote.chairChoice ?? null,
    noted_at: context.now.toISOString(),
  });
  if (vote.ballots.length > 0)
    await context.db
      .insertInto('governance.ballot')
      .values(vote.ballots.map(({ memberId, choice }) => ({ vote_id: id, member_id: memberId, choice })))
      .execute();
  return id;
}

/** Takes a vote away; false when it is not there. Its ballots go with it. */
export async function removeVote(context: ViewerContext, itemId: string, voteId: string): Promise<boolean> {
  return dropRows(context.db, 'governance.vote', { id: voteId, item_id: itemId });
}

/** Who was disqualified in an item, with the reason. */
export async function disqualifiedIn(
  context: ViewerContext,
  itemId: string,
): Promise<{ memberId: string; why: string }[]> {
  const rows = await context.db
    .selectFrom('governance.disqualified')
    .select(['member_id', 'why'])
    .where('item_id', '=', itemId)
    .execute();
  return rows.map((row) => ({ memberId: row.member_id, why: row.why }));
}

/** Notes that a member was disqualified; without a reason, that it was not. */
export async function setDisqualified(
  context: ViewerContext,
  itemId: string,
  memberId: string,
  why: string | undefined,
): Promise<void> {
  await dropRows(context.db, 'governance.disqualified', { item_id: itemId, member_id: memberId });
  if (why !== undefined)
    await addRows(context.db, 'governance.disqualified', { item_id: itemId, member_id: memberId, why });
}

export interface Dissent {
  dissentId: string;
  /** Absent: the presenter. */
  memberId?: string;
  reasons?: string;
}

/** Dissenting opinions of an item, the first first. */
export async function dissentsOf(context: ViewerContext, itemId: string): Promise<Dissent[]> {
  const rows = await context.db
    .selectFrom('governance.dissent')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('noted_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    dissentId: row.id,
    ...(row.member_id === null ? {} : { memberId: row.member_id }),
    ...(row.reasons === null ? {} : { reasons: row.reasons }),
  }));
}

/** Keeps a dissenting opinion; the same member's again changes its reasons. */
export async function saveDissent(
  context: ViewerContext,
  dissent: { itemId: string; memberId: string | undefined; reasons: string | undefined },
): Promise<void> {
  const before = (await dissentsOf(context, dissent.itemId)).find((row) => row.memberId === dissent.memberId);
  if (before)
    await setRows(context.db, 'governance.dissent', before.dissentId, { reasons: dissent.reasons ?? null });
  else
    await addRow(context.db, 'governance.dissent', {
      item_id: dissent.itemId,
      member_id: dissent.memberId ?? null,
      reasons: dissent.reasons ?? null,
      noted_at: context.now.toISOString(),
    });
}

/** Takes a dissenting opinion away; false when it is not there. */
export async function dropDissent(
  context: ViewerContext,
  itemId: string,
  dissentId: string,
): Promise<boolean> {
  return dropRows(context.db, 'governance.dissent', { id: dissentId, item_id: itemId });
}
