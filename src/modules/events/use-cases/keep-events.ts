import { z } from 'zod';
import { keepsPerson } from '#access';
import { companyBriefs } from '#companies';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { languages } from '#kernel/localised.ts';
import { parseEuros } from '#kernel/money.ts';
import { err, ok } from '#kernel/result.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import {
  addEvent,
  changeEvent,
  findEvent,
  listEvents,
  setAftermath,
  setCosts,
  setState,
} from '../db/events.db.ts';
import { addCompany, addPerson, removeCompany, removePerson } from '../db/presence.db.ts';
import { costKinds, eventKinds, eventLanguages } from '../domain/codes.ts';
import type { CostLine } from '../domain/summary.ts';
import { chainBefore } from '../domain/summary.ts';
import { keepsEvents, keepsMoney, nobody } from '../policies.ts';

/** A field of a form: '' is "not given". */
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || undefined);
const Time = z
  .string()
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'not-a-time')
  .optional()
  .transform((text) => text || undefined);

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
        Object.fromEntries(languages.filter((one) => given[one] !== '').map((one) => [one, given[one]])),
      )
      .refine((given) => Object.keys(given).length > 0, { error: 'no-language' }),
    kind: z.enum(eventKinds),
    heldOn: Day,
    startsAt: Time,
    endsAt: Time,
    municipalityCode: optional(3),
    place: optional(300),
    link: optional(500).refine((text) => text === undefined || /^https?:\/\/\S+$/.test(text), {
      error: 'not-a-web-address',
    }),
    accessNote: optional(500),
    languages: z.array(z.enum(eventLanguages)).default([]),
    targetGroups: z.array(z.enum(targetGroupCodes)).default([]),
    organiserId: Id.optional(),
    projectId: Id.optional(),
    workPackage: optional(20),
    followsId: Id.optional(),
  }),
  policy: keepsEvents,
  audit: nobody,
  refusals: [
    'event-not-found',
    'organisation-not-found',
    'link-needed',
    'ends-before-start',
    'event-follows-itself',
  ],
  async run(handle, { eventId, ...plan }) {
    if (plan.kind === 'virtual' && plan.link === undefined)
      return err({ code: 'link-needed', field: 'link' });
    if (plan.startsAt !== undefined && plan.endsAt !== undefined && plan.endsAt <= plan.startsAt)
      return err({ code: 'ends-before-start', field: 'endsAt' });
    if (
      plan.organiserId !== undefined &&
      !(await organisationNames(handle, [plan.organiserId])).has(plan.organiserId)
    )
      return err({ code: 'organisation-not-found', field: 'organiserId' });
    const all = await listEvents(handle);
    if (eventId !== undefined && !all.some((one) => one.eventId === eventId))
      return err({ code: 'event-not-found' });
    if (plan.followsId !== undefined) {
      const before = all.find((one) => one.eventId === plan.followsId);
      if (!before) return err({ code: 'event-not-found', field: 'followsId' });
      const chain = [before, ...chainBefore(before, all)];
      if (chain.some((one) => one.eventId === eventId))
        return err({ code: 'event-follows-itself', field: 'followsId' });
    }
    if (eventId === undefined) return ok({ eventId: await addEvent(handle, plan) });
    await changeEvent(handle, eventId, plan);
    return ok({ eventId });
  },
});

/** An event was held, is called off, or stands again. Held only on its day or after it. */
export const moveEvent = defineUseCase({
  name: 'events.move',
  purpose: 'steering',
  input: z.object({ eventId: Id, to: z.enum(['planned', 'held', 'cancelled']) }),
  policy: keepsEvents,
  audit: nobody,
  refusals: ['event-not-found', 'event-not-yet', 'event-moved-already'],
  async run(handle, { eventId, to }) {
    const event = await findEvent(handle, eventId);
    if (!event) return err({ code: 'event-not-found' });
    if (
      event.state === to ||
      (event.state === 'held' && to === 'cancelled') ||
      (event.state === 'cancelled' && to === 'held')
    )
      return err({ code: 'event-moved-already' });
    if (to === 'held' && event.heldOn > handle.today) return err({ code: 'event-not-yet' });
    await setState(handle, eventId, to);
    return ok();
  },
});

/**
 * What came of an event: visitors as a mere count, who are nobody's participants (requirements EVT-11), what was learned,
 * and what was done otherwise than last time (EVT-03).
 */
export const noteAftermath = defineUseCase({
  name: 'events.note-aftermath',
  purpose: 'steering',
  input: z.object({
    eventId: Id,
    visitors: z
      .string()
      .trim()
      .regex(/^\d{0,6}$/, 'not-a-count')
      .optional()
      .transform((text) => (text ? Number(text) : undefined)),
    lessons: optional(4000),
    changes: optional(4000),
  }),
  policy: keepsEvents,
  audit: nobody,
  refusals: ['event-not-found', 'event-not-yet'],
  async run(handle, { eventId, ...told }) {
    const event = await findEvent(handle, eventId);
    if (!event) return err({ code: 'event-not-found' });
    if (told.visitors !== undefined && event.heldOn > handle.today)
      return err({ code: 'event-not-yet', field: 'visitors' });
    await setAftermath(handle, eventId, told);
    return ok();
  },
});

/** Writes the money of an event, line by line: what is planned and what is used, in euros as people write them. */
export const saveCosts = defineUseCase({
  name: 'events.save-costs',
  purpose: 'steering',
  input: z.object({
    eventId: Id,
    lines: z
      .array(
        z.object({ kind: z.enum(costKinds), label: optional(200), planned: z.string(), used: z.string() }),
      )
      .max(50),
  }),
  policy: keepsMoney,
  audit: nobody,
  refusals: ['event-not-found', 'not-euros'],
  async run(handle, { eventId, lines }) {
    if (!(await findEvent(handle, eventId))) return err({ code: 'event-not-found' });
    const kept: CostLine[] = [];
    for (const [at, line] of lines.entries()) {
      const cents: (number | undefined)[] = [];
      for (const field of ['planned', 'used'] as const) {
        const text = line[field].trim();
        const read = text === '' ? undefined : parseEuros(text);
        if (read !== undefined && (!read.ok || read.value < 0))
          return err({ code: 'not-euros', field: `lines.${at}.${field}` });
        cents.push(read?.value);
      }
      const [plannedCents, usedCents] = cents;
      if (plannedCents !== undefined || usedCents !== undefined)
        kept.push({ kind: line.kind, label: line.label, plannedCents, usedCents });
    }
    await setCosts(handle, eventId, kept);
    return ok();
  },
});

const presence = ['event-not-found', 'event-not-yet', 'event-cancelled'] as const;

/** May somebody be written down as having come? From its day on, unless it was called off. */
async function barOf(handle: Parameters<typeof findEvent>[0], eventId: string) {
  const event = await findEvent(handle, eventId);
  if (!event) return { bar: 'event-not-found' as const };
  if (event.state === 'cancelled') return { bar: 'event-cancelled' as const };
  if (event.heldOn > handle.today) return { bar: 'event-not-yet' as const };
  return { event };
}

/** Writes down a company that came, or takes it back. Coming opens nobody's profile to it. */
export const noteCompany = defineUseCase({
  name: 'events.note-company',
  purpose: 'business-service',
  input: z.object({ eventId: Id, companyId: Id, came: z.boolean().default(true) }),
  policy: keepsEvents,
  audit: nobody,
  refusals: [...presence, 'company-not-found', 'here-already'],
  async run(handle, { eventId, companyId, came }) {
    const { bar } = await barOf(handle, eventId);
    if (bar) return err({ code: bar });
    if (!came) {
      await removeCompany(handle, eventId, companyId);
      return ok();
    }
    if (!(await companyBriefs(handle, [companyId])).has(companyId)) return err({ code: 'company-not-found' });
    return (await addCompany(handle, eventId, companyId)) ? ok() : err({ code: 'here-already' });
  },
});

/**
 * Writes down that the worker's own client came, or takes it back; each person once in an event. People of an information
 * event are visitors and only counted (requirements EVT-11).
 */
export const notePerson = defineUseCase({
  name: 'events.note-person',
  purpose: 'employment-service',
  input: z.object({ eventId: Id, clientId: Id, came: z.boolean().default(true) }),
  policy: keepsPerson('tasks'),
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: ({ came }) => ({ came }),
  },
  refusals: [...presence, 'visitors-only', 'here-already'],
  async run(handle, { eventId, clientId, came }) {
    const { bar, event } = await barOf(handle, eventId);
    if (bar) return err({ code: bar });
    if (event.kind === 'information') return err({ code: 'visitors-only' });
    if (!came) {
      await removePerson(handle, eventId, clientId);
      return ok();
    }
    return (await addPerson(handle, eventId, clientId)) ? ok() : err({ code: 'here-already' });
  },
});
