import type { ViewerContext } from '#access';
import { type Day, isWithin } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { findBody, listBodies, listMandates, listMembers } from './db/bodies.db.ts';
import type { BodyKind, Capacity, MandateRole } from './domain/codes.ts';
import { seatsOn } from './domain/membership.ts';

/** A body as other rooms name it: its board, its steering group, the one that approves. */
export interface BodyBrief {
  bodyId: string;
  kind: BodyKind;
  names: LocalisedText;
  municipality?: string;
  /** Its roles by law or agreement, in force on the day. */
  roles: MandateRole[];
}

/** A body on a day, with those who sat in it then, the chair first; by position and organisation, never by name. */
export interface BodyOnDay extends BodyBrief {
  appointedBy?: string;
  /** Did the body exist on the day? */
  inForce: boolean;
  members: { memberId: string; capacity: Capacity; position: string; organisation?: string }[];
}

/** Bodies in force on a day (today), by name in Finnish order, for choosing one in another room. */
export async function bodiesToChoose(context: ViewerContext, day: Day = context.today): Promise<BodyBrief[]> {
  const rolesOf = await rolesOn(context, day);
  return (await listBodies(context))
    .filter((body) => isWithin(day, body.validFrom, body.validTo))
    .map((body) => briefOf(body, rolesOf));
}

/**
 * One body as it was on a day, as known at an instant (now): what is recorded later changes nothing of it. Undefined when
 * there is no such body or the viewer may not read what bodies do.
 */
export async function bodyAt(
  context: ViewerContext,
  bodyId: string,
  day: Day = context.today,
  knownAt: Date = context.now,
): Promise<BodyOnDay | undefined> {
  const body = await findBody(context, bodyId);
  if (!body) return undefined;
  const seats = seatsOn(await listMembers(context, bodyId), day, knownAt);
  return {
    ...briefOf(body, await rolesOn(context, day, bodyId)),
    ...(body.appointedBy === undefined ? {} : { appointedBy: body.appointedBy }),
    inForce: isWithin(day, body.validFrom, body.validTo),
    members: seats.map(({ memberId, capacity, position, organisation }) => ({
      memberId,
      capacity,
      position,
      ...(organisation === undefined ? {} : { organisation }),
    })),
  };
}

const briefOf = (
  { bodyId, kind, names, municipality }: Omit<BodyBrief, 'roles'>,
  rolesOf: (bodyId: string) => MandateRole[],
): BodyBrief => ({
  bodyId,
  kind,
  names,
  ...(municipality === undefined ? {} : { municipality }),
  roles: rolesOf(bodyId),
});

async function rolesOn(
  context: ViewerContext,
  day: Day,
  bodyId?: string,
): Promise<(bodyId: string) => MandateRole[]> {
  const inForce = (await listMandates(context, bodyId)).filter((mandate) =>
    isWithin(day, mandate.validFrom, mandate.validTo),
  );
  return (wanted) => inForce.filter((mandate) => mandate.bodyId === wanted).map((mandate) => mandate.role);
}
