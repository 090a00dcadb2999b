import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';
import type { BallotChoice, CounterKind } from '../domain/codes.ts';
import type { Ballot, Tally, Vote } from '../domain/voting.ts';

/** The votes on an item, in the order in which they were taken, with the ballots that are known by seat. */
export async function votesOf(handle: Handle, itemId: string): Promise<Vote[]> {
  const rows = await handle.db
    .selectFrom('governance.vote')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('place')
    .execute();
  const ballots =
    rows.length === 0
      ? []
      : await handle.db
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
      .filter((one) => one.vote_id === row.id)
      .map((one) => ({ memberId: one.member_id, choice: one.choice as BallotChoice })),
  }));
}

/** Notes a vote after those that were taken before it. */
export async function addVote(
  handle: Handle,
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
  const { last } = await handle.db
    .selectFrom('governance.vote')
    .select((by) => by.fn.max('place').as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  await handle.db
    .insertInto('governance.vote')
    .values({
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
      noted_at: handle.now.toISOString(),
    })
    .execute();
  if (vote.ballots.length > 0)
    await handle.db
      .insertInto('governance.ballot')
      .values(vote.ballots.map(({ memberId, choice }) => ({ vote_id: id, member_id: memberId, choice })))
      .execute();
  return id;
}

/** Takes a vote away; false when it is not there. Its ballots go with it. */
export async function removeVote(handle: Handle, itemId: string, voteId: string): Promise<boolean> {
  const { numDeletedRows } = await handle.db
    .deleteFrom('governance.vote')
    .where('id', '=', voteId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Who was disqualified in an item, with the reason. */
export async function disqualifiedIn(
  handle: Handle,
  itemId: string,
): Promise<{ memberId: string; why: string }[]> {
  const rows = await handle.db
    .selectFrom('governance.disqualified')
    .select(['member_id', 'why'])
    .where('item_id', '=', itemId)
    .execute();
  return rows.map((row) => ({ memberId: row.member_id, why: row.why }));
}

/** Notes that a member was disqualified; without a reason, that it was not. */
export async function setDisqualified(
  handle: Handle,
  itemId: string,
  memberId: string,
  why: string | undefined,
): Promise<void> {
  await handle.db
    .deleteFrom('governance.disqualified')
    .where('item_id', '=', itemId)
    .where('member_id', '=', memberId)
    .execute();
  if (why !== undefined)
    await handle.db
      .insertInto('governance.disqualified')
      .values({ item_id: itemId, member_id: memberId, why })
      .execute();
}

export interface Dissent {
  dissentId: string;
  /** Absent: the presenter. */
  memberId?: string;
  reasons?: string;
}

/** Dissenting opinions of an item, the first first. */
export async function dissentsOf(handle: Handle, itemId: string): Promise<Dissent[]> {
  const rows = await handle.db
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
export async function keepDissent(
  handle: Handle,
  dissent: { itemId: string; memberId: string | undefined; reasons: string | undefined },
): Promise<void> {
  const before = (await dissentsOf(handle, dissent.itemId)).find((one) => one.memberId === dissent.memberId);
  if (before)
    await handle.db
      .updateTable('governance.dissent')
      .set({ reasons: dissent.reasons ?? null })
      .where('id', '=', before.dissentId)
      .execute();
  else
    await handle.db
      .insertInto('governance.dissent')
      .values({
        id: newId(),
        item_id: dissent.itemId,
        member_id: dissent.memberId ?? null,
        reasons: dissent.reasons ?? null,
        noted_at: handle.now.toISOString(),
      })
      .execute();
}

/** Takes a dissenting opinion away; false when it is not there. */
export async function dropDissent(handle: Handle, itemId: string, dissentId: string): Promise<boolean> {
  const { numDeletedRows } = await handle.db
    .deleteFrom('governance.dissent')
    .where('id', '=', dissentId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
