import { z } from 'zod';
import { Euros } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findEvent, setCosts } from '../db/events.db.ts';
import { costKinds } from '../domain/codes.ts';
import { noPersonalData, writesMoney } from '../policies.ts';

/** Writes the money of an event, line by line: what is planned and what is used. */
export const saveCosts = defineUseCase({
  name: 'events.save-costs',
  purpose: 'steering',
  input: z.object({
    eventId: Id,
    lines: z
      .array(
        z.object({
          kind: z.enum(costKinds),
          label: optionalText(200),
          plannedCents: Euros.optional(),
          usedCents: Euros.optional(),
        }),
      )
      .max(50),
  }),
  policy: writesMoney,
  audit: noPersonalData,
  refusals: ['event-not-found'],
  async run(context, { eventId, lines }) {
    if (!(await findEvent(context, eventId))) return err({ code: 'event-not-found' });
    await setCosts(
      context,
      eventId,
      lines.filter(({ plannedCents, usedCents }) => plannedCents !== undefined || usedCents !== undefined),
    );
    return ok();
  },
});
