import type { ViewerContext } from '#access';
import { addRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { Pick, Weights } from '../domain/picking.ts';

export interface Pilot {
  pilotId: string;
  names: LocalisedText;
  organisationId: string;
  startsOn: Day;
  endsOn: Day;
  sizeTarget: number;
  employedTarget: number;
  companiesTarget: number;
  /** Where the targets were promised (document:line). */
  source: string;
}

/** All pilots, the latest first. */
export async function listPilots(context: ViewerContext): Promise<Pilot[]> {
  const rows = await context.db.selectFrom('pilots.pilot').selectAll().orderBy('starts_on', 'desc').execute();
  return rows.map((row) => ({
    pilotId: row.id,
    names: row.names,
    organisationId: row.organisation_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    sizeTarget: row.size_target,
    employedTarget: row.employed_target,
    companiesTarget: row.companies_target,
    source: row.source,
  }));
}

/** The pilots whose group has been picked. */
export async function pickedPilots(context: ViewerContext): Promise<ReadonlySet<string>> {
  const rows = await context.db.selectFrom('pilots.picking').select('pilot_id').distinct().execute();
  return new Set(rows.map((row) => row.pilot_id));
}

/** One pilot, or undefined. */
export async function findPilot(context: ViewerContext, pilotId: string): Promise<Pilot | undefined> {
  return (await listPilots(context)).find((pilot) => pilot.pilotId === pilotId);
}

/** Keeps a picking with everybody who was weighed. */
export async function addPicking(
  context: ViewerContext,
  madeBy: string,
  picking: { pilotId: string; seed: number; size: number; weights: Weights; picks: readonly Pick[] },
): Promise<string> {
  const id = newId();
  await addRows(context.db, 'pilots.picking', {
    id,
    pilot_id: picking.pilotId,
    made_by: madeBy,
    made_at: context.now.toISOString(),
    seed: picking.seed,
    size: picking.size,
    weights: JSON.stringify(picking.weights),
  });
  for (let from = 0; from < picking.picks.length; from += 1_000) {
    await context.db
      .insertInto('pilots.pick')
      .values(
        picking.picks.slice(from, from + 1_000).map((pick) => ({
          picking_id: id,
          client_id: pick.clientId,
          chosen: pick.chosen,
          rank: pick.rank,
          points: pick.points,
          reasons: JSON.stringify({ bar: pick.bar, reasons: pick.reasons }),
        })),
      )
      .execute();
  }
  return id;
}

export interface Picking {
  pickingId: string;
  pilotId: string;
  madeAt: string;
  seed: number;
  size: number;
  weights: Weights;
}

/** The latest picking of a pilot, or one by its id. */
export async function findPicking(
  context: ViewerContext,
  of: { pilotId: string } | { pickingId: string },
): Promise<Picking | undefined> {
  const row = await context.db
    .selectFrom('pilots.picking')
    .selectAll()
    .where((is) => ('pickingId' in of ? is('id', '=', of.pickingId) : is('pilot_id', '=', of.pilotId)))
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      pickingId: row.id,
      pilotId: row.pilot_id,
      madeAt: row.made_at,
      seed: row.seed,
      size: row.size,
      weights: row.weights,
    }
  );
}

/** Picks of a picking by rank, those barred last; only of people open to the handle. */
export async function listPicks(context: ViewerContext, pickingId: string): Promise<Pick[]> {
  const rows = await context.db
    .selectFrom('pilots.pick')
    .selectAll()
    .where('picking_id', '=', pickingId)
    .orderBy((by) => by.case().when('rank', '=', 0).then(1).else(0).end())
    .orderBy('rank')
    .orderBy('client_id')
    .execute();
  return rows.map((row) => ({
    clientId: row.client_id,
    chosen: row.chosen,
    rank: row.rank,
    points: row.points,
    ...(row.reasons.bar ? { bar: row.reasons.bar } : {}),
    reasons: row.reasons.reasons,
  }));
}

/** How many a picking chose, left out and barred. */
export async function countPicks(
  context: ViewerContext,
  pickingId: string,
): Promise<{ chosen: number; beyond: number; barred: number }> {
  const rows = await context.db
    .selectFrom('pilots.pick')
    .select((by) => [
      by.fn.countAll<number>().filterWhere('chosen', '=', true).as('chosen'),
      by.fn
        .countAll<number>()
        .filterWhere((is) => is.and([is('chosen', '=', false), is('rank', '>', 0)]))
        .as('beyond'),
      by.fn.countAll<number>().filterWhere('rank', '=', 0).as('barred'),
    ])
    .where('picking_id', '=', pickingId)
    .execute();
  return rows[0]!;
}

/** Ids of the people who are or have been in a pilot. */
export async function memberIds(context: ViewerContext, pilotId?: string): Promise<Set<string>> {
  const rows = await context.db
    .selectFrom('pilots.member')
    .select('client_id')
    .$if(pilotId !== undefined, (query) => query.where('pilot_id', '=', pilotId!))
    .execute();
  return new Set(rows.map((row) => row.client_id));
}

/** Invites people; those already invited stay as they are. Gives the ids of the newly invited. */
export async function addMembers(
  context: ViewerContext,
  pilotId: string,
  pickingId: string,
  clientIds: readonly string[],
): Promise<string[]> {
  if (clientIds.length === 0) return [];
  const rows = await context.db
    .insertInto('pilots.member')
    .values(
      clientIds.map((client_id) => ({
        pilot_id: pilotId,
        client_id,
        picking_id: pickingId,
        invited_on: context.today,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('client_id')
    .execute();
  return rows.map((row) => row.client_id);
}

export interface Membership {
  pilotId: string;
  clientId: string;
  invitedOn: Day;
  joinedOn?: Day;
  declinedOn?: Day;
  leftOn?: Day;
}

/** Memberships open to the viewer. */
export async function listMemberships(
  context: ViewerContext,
  of: { clientId?: string; pilotId?: string },
): Promise<Membership[]> {
  const rows = await context.db
    .selectFrom('pilots.member')
    .selectAll()
    .$if(of.clientId !== undefined, (query) => query.where('client_id', '=', of.clientId!))
    .$if(of.pilotId !== undefined, (query) => query.where('pilot_id', '=', of.pilotId!))
    .orderBy('invited_on', 'desc')
    .orderBy('client_id')
    .execute();
  return rows.map((row) => ({
    pilotId: row.pilot_id,
    clientId: row.client_id,
    invitedOn: row.invited_on,
    ...(row.joined_on === null ? {} : { joinedOn: row.joined_on }),
    ...(row.declined_on === null ? {} : { declinedOn: row.declined_on }),
    ...(row.left_on === null ? {} : { leftOn: row.left_on }),
  }));
}

/**
 * Notes a person's answer on the handle's day; false when it cannot be given now: joining is open until joined, declining
 * until answered, leaving from joining until left.
 */
export async function setAnswer(
  context: ViewerContext,
  pilotId: string,
  clientId: string,
  answer: 'join' | 'decline' | 'leave',
  reason?: string,
): Promise<boolean> {
  const changes = {
    join: { joined_on: context.today, declined_on: null },
    decline: { declined_on: context.today, reason: reason ?? null },
    leave: { left_on: context.today, reason: reason ?? null },
  }[answer];
  const { numUpdatedRows } = await context.db
    .updateTable('pilots.member')
    .set(changes)
    .where('pilot_id', '=', pilotId)
    .where('client_id', '=', clientId)
    .where('left_on', 'is', null)
    .where('joined_on', answer === 'leave' ? 'is not' : 'is', null)
    .$if(answer === 'decline', (query) => query.where('declined_on', 'is', null))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
