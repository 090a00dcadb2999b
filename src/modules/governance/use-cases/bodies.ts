import { z } from 'zod';
import { holds } from '#access';
import { addDays, isWithin } from '#kernel/days.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { type Body, listBodies, listMandates } from '../db/bodies.db.ts';
import { listMeetings } from '../db/meetings.db.ts';
import { bodyKinds, bodySorts } from '../domain/codes.ts';
import { isSecretaryOf, readsGovernance } from '../policies.ts';

/** The bodies of the area, with the roles that each holds today and its next and latest meeting. */
export const bodies = defineUseCase({
  name: 'governance.bodies',
  purpose: 'steering',
  input: listInput({ sorts: bodySorts, filters: { kind: z.enum(bodyKinds) } }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'bodies and their roles, nobody’s data' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const { language } = context.viewer;
    const page = pageFromRows(
      (await listBodies(context)).map((body) => ({ ...body, name: inLanguage(body.names, language).text })),
      {
        name: 'bodies',
        id: (body) => body.bodyId,
        sorts: {
          name: (body) => [body.name],
          kind: (body) => [body.kind, body.municipality, body.name],
        },
        sort: 'name',
        search: (body) => [...Object.values(body.names), body.municipality, body.appointedBy],
        filters: { kind: (body, kinds) => kinds.includes(body.kind) },
      },
      asked,
    );
    if (!page.ok) return page;
    const found = page.value.rows;
    const mandates = await listMandates(context);
    const meetings = await listMeetings(context);
    const kept = new Set<string>();
    for (const entry of holds(context, 'bodies:write') ? found : [])
      if (await isSecretaryOf(context, entry.bodyId)) kept.add(entry.bodyId);
    const row = (body: Body & { name: string }) => {
      const own = meetings.filter((meeting) => meeting.bodyId === body.bodyId);
      return {
        ...body,
        roles: mandates
          .filter(
            (mandate) =>
              mandate.bodyId === body.bodyId && isWithin(context.today, mandate.validFrom, mandate.validTo),
          )
          .map((mandate) => mandate.role),
        next: own.filter((item) => item.heldOn >= context.today && item.state !== 'checked').at(-1),
        latest: own.find((item) => item.state === 'held' || item.state === 'checked'),
        keeps: kept.has(body.bodyId),
        /** Meetings that wait for their secretary: to be called, or after the day to be written up. */
        waiting: own
          .filter((item) =>
            item.heldOn < context.today
              ? item.state === 'planned' || item.state === 'called'
              : item.state === 'planned' && item.heldOn <= addDays(context.today, 14),
          )
          .map((item) => ({ ...item, ahead: item.heldOn >= context.today })),
      };
    };
    return ok({ ...page.value, rows: found.map(row), actions: { found: holds(context, 'bodies:found') } });
  },
});
