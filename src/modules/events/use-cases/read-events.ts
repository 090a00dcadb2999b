import { z } from 'zod';
import { actingAsSystem, anySignedIn, type Handle } from '#access';
import { namesOf } from '#clients';
import { companyBriefs } from '#companies';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { suppressCount } from '#kernel/small-numbers.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { findEvent, listCosts, listEvents } from '../db/events.db.ts';
import { companiesOf, countPresence, peopleOf } from '../db/presence.db.ts';
import { eventKinds, eventStates, presenceKeepers } from '../domain/codes.ts';
import { chainBefore, summaryOf, sumsOf } from '../domain/summary.ts';
import { keepsEvents, keepsMoney, nobody, readsCompanies, readsMoney } from '../policies.ts';

const asked = async (handle: Handle, policy: typeof keepsEvents) => (await policy(handle, undefined)).permit;

/** How many came to each event; people under the limit of the day are hidden. */
async function presenceOf(handle: Handle, eventIds: readonly string[]) {
  const counts = await actingAsSystem(handle, 'counts of who came, nobody shown', (house) =>
    countPresence(house, eventIds),
  );
  const options = { limit: smallNumberLimitOn(handle.today), showZero: true };
  return new Map(
    [...counts].map(([id, { companies, people }]) => [
      id,
      { companies, people: suppressCount(people, options) },
    ]),
  );
}

/** Events with how many came; for those who read money, what was planned and used (requirements EVT-01, EVT-06). */
export const listOfEvents = defineUseCase({
  name: 'events.list',
  purpose: 'steering',
  input: z
    .object({
      kind: z.enum(eventKinds).optional(),
      state: z.enum(eventStates).optional(),
      projectId: Id.optional(),
      search: z.string().trim().max(100).default(''),
    })
    .default({ search: '' }),
  policy: anySignedIn,
  audit: nobody,
  refusals: [],
  async run(handle, { kind, state, projectId, search }) {
    const { language } = handle.viewer;
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const all = await listEvents(handle);
    const found = all.filter(
      (event) =>
        (kind === undefined || event.kind === kind) &&
        (state === undefined || event.state === state) &&
        (projectId === undefined || event.projectId === projectId) &&
        words.every((word) =>
          [...Object.values(event.names), event.place ?? ''].join(' ').toLowerCase().includes(word),
        ),
    );
    const ids = found.map(({ eventId }) => eventId);
    const money = await asked(handle, readsMoney);
    const costs = money ? await listCosts(handle, ids) : new Map();
    const presence = await presenceOf(handle, ids);
    const withCosts = found.map((event) => ({ ...event, costs: costs.get(event.eventId) ?? [] }));
    return ok({
      today: handle.today,
      events: withCosts.map((event) => ({
        ...event,
        name: inLanguage(event.names, language).text,
        came: presence.get(event.eventId)!,
        ...(money ? sumsOf(event.costs) : {}),
      })),
      total: all.length,
      summary: summaryOf(withCosts),
      projectIds: [...new Set(all.flatMap((event) => event.projectId ?? []))],
      money,
      actions: { add: await asked(handle, keepsEvents) },
    });
  },
});

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
  async run(handle, { eventId }) {
    const event = await findEvent(handle, eventId);
    if (!event) return err({ code: 'event-not-found' });
    const all = await listEvents(handle);
    const money = await asked(handle, readsMoney);
    const keeps = await asked(handle, keepsEvents);
    const seesCompanies = await asked(handle, readsCompanies);
    const { expected, came } = await companiesOf(handle, eventId);
    const briefs = seesCompanies ? await companyBriefs(handle, [...expected, ...came]) : new Map();
    const companies = (ids: readonly string[]) =>
      ids.flatMap((id) => (briefs.has(id) ? [{ companyId: id, name: briefs.get(id)!.name as string }] : []));
    const worker = (presenceKeepers as readonly string[]).includes(handle.viewer.role);
    const present = worker ? await peopleOf(handle, eventId) : [];
    const names = await namesOf(handle, present);
    const people: OpenedPerson[] = present.flatMap((id) =>
      names.has(id) ? [{ clientId: id, name: names.get(id)!.full }] : [],
    );
    const costs = money ? ((await listCosts(handle, [eventId])).get(eventId) ?? []) : [];
    const begun = event.heldOn <= handle.today && event.state !== 'cancelled';
    const organiser = event.organiserId;
    return ok({
      event,
      today: handle.today,
      organiser: organiser ? (await organisationNames(handle, [organiser])).get(organiser) : undefined,
      came: (await presenceOf(handle, [eventId])).get(eventId)!,
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
        change: keeps,
        changeMoney: await asked(handle, keepsMoney),
        hold: keeps && event.state === 'planned' && event.heldOn <= handle.today,
        cancel: keeps && event.state === 'planned',
        planAgain: keeps && event.state === 'cancelled' && event.heldOn >= handle.today,
        noteCompany: keeps && begun,
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
