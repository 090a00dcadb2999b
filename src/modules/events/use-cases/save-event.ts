import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Time } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { languages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { addEvent, changeEvent, listEvents } from '../db/events.db.ts';
import { eventKinds, eventLanguages } from '../domain/codes.ts';
import { chainBefore } from '../domain/summary.ts';
import { noPersonalData, writesEvents } from '../policies.ts';

/** Adds an event or changes its plan. A virtual event tells its address (requirements EVT-04). */
export const saveEvent = defineUseCase({
  name: 'events.save',
  purpose: 'steering',
  input: z.object({
    eventId: Id.optional(),
    names: z
      .object({
        fi: z.string().trim().max(200).default(''),
        sv: z.string().trim().max(200).default(''),
        en: z.string().trim().max(200).default(''),
      })
      .transform((given) =>
        Object.fromEntries(
          languages
            .filter((language) => given[language] !== '')
            .map((language) => [language, given[language]]),
        ),
      )
      .refine((given) => Object.keys(given).length > 0, { error: 'no-language' }),
    kind: z.enum(eventKinds),
    heldOn: Day,
    startsAt: Time.optional(),
    endsAt: Time.optional(),
    municipalityCode: optionalText(3),
    place: optionalText(300),
    link: optionalText(500).refine((text) => text === undefined || /^https?:\/\/\S+$/.test(text), {
      error: 'not-a-web-address',
    }),
    accessNote: optionalText(500),
    languages: z.array(z.enum(eventLanguages)).default([]),
    targetGroups: z.array(z.enum(targetGroupCodes)).default([]),
    organiserId: Id.optional(),
    projectId: Id.optional(),
    workPackage: optionalText(20),
    followsId: Id.optional(),
  }),
  policy: writesEvents,
  audit: noPersonalData,
  refusals: [
    'event-not-found',
    'organisation-not-found',
    'link-needed',
    'ends-before-start',
    'event-follows-itself',
  ],
  async run(context, { eventId, ...plan }) {
    if (plan.kind === 'virtual' && plan.link === undefined)
      return err({ code: 'link-needed', field: 'link' });
    if (plan.startsAt !== undefined && plan.endsAt !== undefined && plan.endsAt <= plan.startsAt)
      return err({ code: 'ends-before-start', field: 'endsAt' });
    if (
      plan.organiserId !== undefined &&
      !(await organisationNames(context, [plan.organiserId])).has(plan.organiserId)
    )
      return err({ code: 'organisation-not-found', field: 'organiserId' });
    const all = await listEvents(context);
    if (eventId !== undefined && !all.some((event) => event.eventId === eventId))
      return err({ code: 'event-not-found' });
    if (plan.followsId !== undefined) {
      const before = all.find((event) => event.eventId === plan.followsId);
      if (!before) return err({ code: 'event-not-found', field: 'followsId' });
      const chain = [before, ...chainBefore(before, all)];
      if (chain.some((event) => event.eventId === eventId))
        return err({ code: 'event-follows-itself', field: 'followsId' });
    }
    if (eventId === undefined) return ok({ eventId: await addEvent(context, plan) });
    await changeEvent(context, eventId, plan);
    return ok({ eventId });
  },
});
