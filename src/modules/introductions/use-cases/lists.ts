import { z } from 'zod';
import { every, type Handle, inRole, readsPerson } from '#access';
import { namesOf } from '#clients';
import { companyNames } from '#companies';
import { aliasesOf } from '#consents';
import { dayInFinland } from '#kernel/clock.ts';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import type { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import { findIntroduction, type Introduction, listIntroductions, stepsOf } from '../db/introductions.db.ts';
import { mayMove, turnOf } from '../domain/introduction.ts';
import { actsForCompany, personTriedFor, stillShared } from '../policies.ts';

/** An introduction as a page shows it: names where they are open to the viewer, and whose turn it is. */
async function shown(handle: Handle, list: readonly Introduction[]) {
  const clientIds = list.map((each) => each.clientId);
  const [names, aliases, companies, vacancies] = [
    await namesOf(handle, clientIds),
    await aliasesOf(handle, clientIds),
    await companyNames(
      handle,
      list.map((each) => each.companyId),
    ),
    await vacancyBriefs(
      handle,
      list.map((each) => each.vacancyId),
    ),
  ];
  return list.map((each) => ({
    ...each,
    /** Absent when the person has not shared the name; the alias stands for it. */
    name: names.get(each.clientId)?.full,
    alias: aliases.get(each.clientId),
    company: companies.get(each.companyId) ?? '',
    vacancy: vacancies.get(each.vacancyId)?.title ?? '',
    turn: turnOf(each.state, turnSince(each, handle.today), handle.today),
    interviewAhead: each.state === 'interview' && (each.interviewOn ?? '') >= handle.today,
    actions: {
      interview: handle.viewer.role === 'employer' && mayMove(each.state, 'interview'),
      hire: handle.viewer.role === 'employer' && mayMove(each.state, 'hired'),
      decline: handle.viewer.role === 'employer' && mayMove(each.state, 'not-chosen'),
      withdraw: handle.viewer.role === 'client' && mayMove(each.state, 'withdrawn'),
    },
  }));
}

/** From which day the holder of the turn has had it: an interview that is over turns it to the employer on its own day. */
function turnSince(one: Introduction, today: Day): Day {
  const moved = dayInFinland(new Date(one.stateSince));
  return one.state === 'interview' && one.interviewOn && one.interviewOn > moved && one.interviewOn < today
    ? one.interviewOn
    : moved;
}

const subjectsOf = (_input: unknown, output: { introductions: { clientId: string }[] } | undefined) =>
  output?.introductions.map((each) => each.clientId) ?? [];

/** The person's own introductions, or a client's as the adviser sees them. */
export const ofClient = defineUseCase({
  name: 'introductions.of-client',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: readsPerson('case'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(handle, { clientId }) {
    return ok({
      name: (await namesOf(handle, [clientId])).get(clientId)?.full ?? '',
      introductions: await shown(handle, await listIntroductions(handle, { clientId })),
    });
  },
});

/**
 * People introduced to the viewer's own company who still share something with it: what waits first, or with a limit as
 * pages, the newest first.
 */
export const ofCompany = defineUseCase({
  name: 'introductions.of-company',
  purpose: 'recruitment',
  input: z
    .object({ cursor: z.string().max(200).optional(), limit: z.int().min(1).max(200).optional() })
    .default({}),
  policy: actsForCompany,
  audit: { kind: 'reads', subjects: subjectsOf },
  refusals: ['invalid-cursor'],
  async run(handle, { cursor, limit }) {
    const company = { companyId: handle.viewer.companyId! };
    if (limit === undefined) {
      const list = await listIntroductions(handle, company);
      return ok({ introductions: await shown(handle, list), next: undefined });
    }
    const place = cursor === undefined ? undefined : decodeCursor(cursor, Id);
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const rows = await listIntroductions(handle, company, { before: place?.value, limit: limit + 1 });
    const { items, next } = cutPage(rows, limit, (row) => row.introductionId);
    return ok({ introductions: await shown(handle, items), next });
  },
});

/** Introductions that the viewer's business services have made, or of the viewer's own clients. */
export const ofOrganisation = defineUseCase({
  name: 'introductions.of-organisation',
  purpose: 'business-service',
  input: z.object({}).default({}),
  policy: inRole('business', 'expert', 'youth'),
  audit: { kind: 'reads', subjects: subjectsOf },
  refusals: [],
  async run(handle) {
    const of =
      handle.viewer.role === 'business' ? { organisationId: handle.viewer.organisationId! } : 'own-clients';
    return ok({ introductions: await shown(handle, await listIntroductions(handle, of)) });
  },
});

type OpenedIntroduction = Awaited<ReturnType<typeof shown>>[number] & {
  steps: Awaited<ReturnType<typeof stepsOf>>;
};

/** One introduction with its steps; gone for its receiver the moment nothing is shared any more, and the try is logged. */
export const openIntroduction = defineUseCase({
  name: 'introductions.open',
  purpose: 'recruitment',
  input: z.object({ introductionId: Id }),
  policy: every(inRole('employer', 'business', 'expert', 'youth', 'client'), stillShared),
  audit: {
    kind: 'reads',
    subjects: (input, output: OpenedIntroduction | undefined) =>
      output ? [output.clientId] : personTriedFor(input),
  },
  refusals: ['introduction-not-found'],
  async run(handle, { introductionId }) {
    const found = await findIntroduction(handle, introductionId);
    if (!found) return err({ code: 'introduction-not-found' });
    const [one] = await shown(handle, [found]);
    return ok({ ...one!, steps: await stepsOf(handle, introductionId) });
  },
});
