import { z } from 'zod';
import { actingAsSystem } from '#access';
import { addDays, Day, isWithin } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  addBody,
  addMandate,
  addMember,
  type Body,
  findBody,
  listBodies,
  listMandates,
  listMembers,
  listOfficials,
} from '../db/bodies.db.ts';
import { listCommitments } from '../db/commitments.db.ts';
import { listsOf } from '../db/lists.db.ts';
import { listMeetings } from '../db/meetings.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { bodyKinds, mandateRoles } from '../domain/codes.ts';
import { seatsOn } from '../domain/membership.ts';
import { keepsBody, keepsGovernance, readsGovernance } from '../policies.ts';
import { maybe, Names, words } from './inputs.ts';

/** The bodies of the area, with the roles that each holds today and its next and latest meeting. */
export const bodies = defineUseCase({
  name: 'governance.bodies',
  purpose: 'steering',
  input: z.object({ words: maybe(100) }).default({ words: undefined }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'bodies and their roles, nobody’s data' },
  refusals: [],
  async run(handle, input) {
    const found = await listBodies(handle, input.words ?? '');
    const mandates = await listMandates(handle);
    const meetings = await listMeetings(handle);
    const kept = new Set<string>();
    for (const one of maySecretary(handle.viewer.role) ? found : [])
      if (await keepsBody(handle, one.bodyId)) kept.add(one.bodyId);
    const row = (body: Body) => {
      const own = meetings.filter((meeting) => meeting.bodyId === body.bodyId);
      return {
        ...body,
        roles: mandates
          .filter((one) => one.bodyId === body.bodyId && isWithin(handle.today, one.validFrom, one.validTo))
          .map((one) => one.role),
        next: own.filter((one) => one.heldOn >= handle.today && one.state !== 'checked').at(-1),
        latest: own.find((one) => one.state === 'held' || one.state === 'checked'),
        keeps: kept.has(body.bodyId),
        /** Meetings that wait for their secretary: to be called, or after the day to be written up. */
        waiting: own
          .filter((one) =>
            one.heldOn < handle.today
              ? one.state === 'planned' || one.state === 'called'
              : one.state === 'planned' && one.heldOn <= addDays(handle.today, 14),
          )
          .map((one) => ({ ...one, ahead: one.heldOn >= handle.today })),
      };
    };
    return ok({ bodies: found.map(row), actions: { found: maySecretary(handle.viewer.role) } });
  },
});

const maySecretary = (role: string) => role === 'board' || role === 'project';

/**
 * One body as it was on a day: who sat in it, in which roles it acted; its meetings and promises. With `knownOn` as it was
 * known on another day.
 */
export const openBody = defineUseCase({
  name: 'governance.open-body',
  purpose: 'steering',
  input: z.object({ bodyId: Id, on: Day.optional(), knownOn: Day.optional() }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'officials and trustees in their seats, by position' },
  refusals: ['not-found'],
  async run(handle, { bodyId, on, knownOn }) {
    const body = await findBody(handle, bodyId);
    if (!body) return err({ code: 'not-found' });
    const day = on ?? handle.today;
    const knownAt = knownOn === undefined ? handle.now : new Date(`${knownOn}T23:59:59.999Z`);
    const members = await listMembers(handle, bodyId);
    const seated = seatsOn(members, day, knownAt);
    const keeps = await keepsBody(handle, bodyId);
    const others = await listBodies(handle);
    return ok({
      body,
      day,
      parent: others.find((one) => one.bodyId === body.parentId),
      groups: others.filter((one) => one.parentId === bodyId),
      mandates: (await listMandates(handle, bodyId)).map((one) => ({
        ...one,
        inForce: isWithin(day, one.validFrom, one.validTo),
      })),
      members: seated,
      former:
        seatsOn(members, handle.today, handle.now).length < members.length
          ? members.filter((one) => !seated.includes(one) && one.mistakenAt === undefined)
          : [],
      meetings: await listMeetings(handle, bodyId),
      commitments: await listCommitments(handle, { bodyId }),
      lists: keeps ? await listsOf(handle, bodyId) : [],
      /** How many minutes are out for all to read. */
      minutesOut: (await listPublications(handle, { bodyId })).length,
      officials: keeps ? await listOfficials(handle) : [],
      actions: {
        keep: keeps,
        take: maySecretary(handle.viewer.role) && !hasKeeper(seatsOn(members, handle.today, handle.now)),
      },
    });
  },
});

/** Founds a body. The one who founds it is its secretary from that day. */
export const foundBody = defineUseCase({
  name: 'governance.found-body',
  purpose: 'steering',
  input: z.object({
    names: Names,
    kind: z.enum(bodyKinds),
    municipality: maybe(100),
    appointedBy: maybe(500),
    quorum: z.coerce.number().int().min(1).max(200).optional(),
    parentId: Id.optional(),
    validFrom: Day,
    position: words(200),
    organisation: maybe(200),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'a body and the seat of the one who founds it' },
  refusals: ['body-there-already'],
  async run(handle, input) {
    const { position, organisation, ...draft } = input;
    const same = (await listBodies(handle)).find(
      (one) => one.names.fi !== undefined && one.names.fi === draft.names.fi && !one.validTo,
    );
    if (same) return err({ code: 'body-there-already', field: 'names-fi' });
    const bodyId = await actingAsSystem(handle, 'a new body has no secretary yet', async (house) => {
      const id = await addBody(house, {
        names: draft.names,
        kind: draft.kind,
        validFrom: draft.validFrom,
        ...(draft.municipality === undefined ? {} : { municipality: draft.municipality }),
        ...(draft.appointedBy === undefined ? {} : { appointedBy: draft.appointedBy }),
        ...(draft.quorum === undefined ? {} : { quorum: draft.quorum }),
        ...(draft.parentId === undefined ? {} : { parentId: draft.parentId }),
      });
      await addMember(
        house,
        {
          bodyId: id,
          capacity: 'secretary',
          position,
          organisation,
          accountId: handle.viewer.accountId,
          validFrom: draft.validFrom <= handle.today ? draft.validFrom : handle.today,
        },
        handle.viewer.accountId,
      );
      return id;
    });
    return ok({ bodyId });
  },
});

/**
 * Becomes the secretary of a body that has none who signs in here: one that was read from a document. Until somebody keeps
 * it, its conditions cannot be settled nor its minutes let out.
 */
export const takeBody = defineUseCase({
  name: 'governance.take-body',
  purpose: 'steering',
  input: z.object({ bodyId: Id, position: words(200), organisation: maybe(200) }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'the seat of the one who takes it' },
  refusals: ['not-found', 'has-secretary'],
  async run(handle, { bodyId, position, organisation }) {
    if (!(await findBody(handle, bodyId))) return err({ code: 'not-found' });
    if (hasKeeper(seatsOn(await listMembers(handle, bodyId), handle.today, handle.now)))
      return err({ code: 'has-secretary' });
    await actingAsSystem(handle, 'nobody keeps the body yet', (house) =>
      addMember(
        house,
        {
          bodyId,
          capacity: 'secretary',
          position,
          organisation,
          accountId: handle.viewer.accountId,
          validFrom: handle.today,
        },
        handle.viewer.accountId,
      ),
    );
    return ok();
  },
});

const hasKeeper = (seats: readonly { capacity: string; accountId?: string | undefined }[]) =>
  seats.some((one) => one.capacity === 'secretary' && one.accountId !== undefined);

/** Gives a body one more role by law or agreement; an item says in which of them it is handled (MUL-03). */
export const giveMandate = defineUseCase({
  name: 'governance.give-mandate',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    role: z.enum(mandateRoles),
    task: words(1_000),
    basis: words(500),
    validFrom: Day,
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'what a body is for, nobody’s data' },
  refusals: ['not-found', 'not-secretary', 'mandate-held-already'],
  async run(handle, input) {
    if (!(await findBody(handle, input.bodyId))) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, input.bodyId))) return err({ code: 'not-secretary' });
    const held = (await listMandates(handle, input.bodyId)).some(
      (one) => one.role === input.role && (one.validTo === undefined || one.validTo >= input.validFrom),
    );
    if (held) return err({ code: 'mandate-held-already', field: 'role' });
    await addMandate(handle, input);
    return ok();
  },
});
