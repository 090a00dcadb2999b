import { z } from 'zod';
import { anySignedIn, holds } from '#access';
import { namesOf } from '#clients';
import { companyBriefs } from '#companies';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { findEvent, listCosts, listEvents } from '../db/events.db.ts';
import { companiesOf, peopleOf } from '../db/presence.db.ts';
import { chainBefore, sumsOf } from '../domain/summary.ts';
import { presenceOf } from './presence-of.ts';

interface OpenedPerson {
  clientId: string;
  name: string;
}

/** One event: its plan, who came, its money, and what was learned before it. People's names only of the viewer's own clients. */
export const openEvent = defineUseCase({
  name: 'events.open',
  purpose: 'employment-service',
  input: z.object({ eventId: Id }),
  policy: anySignedIn,
  refusals: ['event-not-found'],
  async run(context, { eventId }) {
    const event = await findEvent(context, eventId);
    if (!event) return err({ code: 'event-not-found' });
    const all = await listEvents(context);
    const money = holds(context, 'events:read-costs');
    const writes = holds(context, 'events:write');
    const seesCompanies = holds(context, 'events:read-companies');
    const { expected, came } = await companiesOf(context, eventId);
    const briefs = seesCompanies ? await companyBriefs(context, [...expected, ...came]) : new Map();
    const companies = (ids: readonly string[]) =>
      ids.flatMap((id) => (briefs.has(id) ? [{ companyId: id, name: briefs.get(id)!.name as string }] : []));
    const worker = holds(context, 'presence:write');
    const present = worker ? await peopleOf(context, eventId) : [];
    const names = await namesOf(context, present);
    const people: OpenedPerson[] = present.flatMap((id) =>
      names.has(id) ? [{ clientId: id, name: names.get(id)!.full }] : [],
    );
    const costs = money ? ((await listCosts(context, [eventId])).get(eventId) ?? []) : [];
    const begun = event.heldOn <= context.today && event.state !== 'cancelled';
    const organiser = event.organiserId;
    return ok({
      event,
      today: context.today,
      organiser: organiser ? (await organisationNames(context, [organiser])).get(organiser) : undefined,
      came: (await presenceOf(context, [eventId])).get(eventId)!,
      companies: { expected: companies(expected.filter((id) => !came.includes(id))), came: companies(came) },
      people,
      before: chainBefore(event, all),
      follows: all
        .filter((other) => other.eventId !== eventId)
        .map(({ eventId: id, names: named, heldOn }) => ({ eventId: id, names: named, heldOn })),
      costs,
      sums: sumsOf(costs),
      money,
      actions: {
        change: writes,
        changeMoney: holds(context, 'events:write-costs'),
        hold: writes && event.state === 'planned' && event.heldOn <= context.today,
        cancel: writes && event.state === 'planned',
        planAgain: writes && event.state === 'cancelled' && event.heldOn >= context.today,
        noteCompany: writes && begun,
        notePerson: worker && begun && event.kind !== 'information',
      },
    });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.people.map(({ clientId }) => clientId) ?? [],
  },
});
