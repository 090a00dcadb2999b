import { z } from 'zod';
import { anySignedIn, holds } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { hitsFromRows, listInput, type MemoryList, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { listCosts, listEvents } from '../db/events.db.ts';
import { eventKinds, eventSorts, eventStates } from '../domain/codes.ts';
import { summaryOf, sumsOf } from '../domain/summary.ts';
import { noPersonalData } from '../policies.ts';
import { presenceOf } from './presence-of.ts';

/** Events with how many came; for those who read money, what was planned and used (requirements EVT-01, EVT-06). */
export const listOfEvents = defineUseCase({
  name: 'events.list',
  purpose: 'steering',
  input: listInput({
    sorts: eventSorts,
    filters: { kind: z.enum(eventKinds), state: z.enum(eventStates), project: Id },
  }),
  policy: anySignedIn,
  audit: noPersonalData,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const { language } = context.viewer;
    const all = (await listEvents(context)).map((event) => ({
      ...event,
      name: inLanguage(event.names, language).text,
    }));
    const list: MemoryList<(typeof all)[number]> = {
      name: 'events',
      id: (event) => event.eventId,
      sorts: {
        when: (event) => [event.heldOn, event.name],
        name: (event) => [event.name],
        kind: (event) => [event.kind, event.heldOn],
        state: (event) => [event.state, event.heldOn],
      },
      sort: '-when',
      search: (event) => [...Object.values(event.names), event.place],
      filters: {
        kind: (event, kinds) => kinds.includes(event.kind),
        state: (event, states) => states.includes(event.state),
        project: (event, ids) => event.projectId !== undefined && ids.includes(event.projectId),
      },
    };
    const page = pageFromRows(all, list, asked);
    if (!page.ok) return page;
    const found = hitsFromRows(all, list, asked);
    const money = holds(context, 'events:read-costs');
    const costs = money
      ? await listCosts(
          context,
          found.map(({ eventId }) => eventId),
        )
      : new Map<string, never[]>();
    const presence = await presenceOf(
      context,
      page.value.rows.map(({ eventId }) => eventId),
    );
    return ok({
      ...page.value,
      today: context.today,
      rows: page.value.rows.map((event) => ({
        ...event,
        costs: costs.get(event.eventId) ?? [],
        came: presence.get(event.eventId)!,
        ...(money ? sumsOf(costs.get(event.eventId) ?? []) : {}),
      })),
      /** Over everything that was found, not the page alone. */
      summary: summaryOf(found.map((event) => ({ ...event, costs: costs.get(event.eventId) ?? [] }))),
      projectIds: [...new Set(all.flatMap((event) => event.projectId ?? []))],
      money,
      actions: { add: holds(context, 'events:write') },
    });
  },
});
