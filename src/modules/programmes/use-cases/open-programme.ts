import { z } from 'zod';
import { actingAsSystem, type Handle } from '#access';
import { bodyAt } from '#governance';
import { dayInFinland } from '#kernel/clock.ts';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { proposalsOn } from '../db/around.db.ts';
import { draftsBegun, remindersOf } from '../db/goal-reports.db.ts';
import { findVersionOn, listProgrammes } from '../db/programmes.db.ts';
import { boardPeriods, boardRows, type LateReport, lateReports } from '../domain/board.ts';
import { checkProgramme } from '../domain/check.ts';
import { countParts } from '../domain/content.ts';
import { programmeKinds } from '../domain/draft.ts';
import { measuresByYear } from '../domain/years.ts';
import { readsProgrammes } from '../policies.ts';
import { coordinatorsToday, isOfMember, keeps, writesFor } from '../standing.ts';
import { type Picture, pictureOn } from './picture.ts';

/** All programmes with what is due in each. */
export const programmeList = defineUseCase({
  name: 'programmes.list',
  purpose: 'steering',
  input: z
    .object({ kind: z.enum(programmeKinds).optional(), text: z.string().max(100).optional() })
    .default({}),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'programmes and their promises, nobody’s data' },
  refusals: [],
  async run(handle, { kind, text }) {
    const list = [];
    for (const programme of await listProgrammes(handle)) {
      if (kind !== undefined && programme.kind !== kind) continue;
      const picture = await pictureOn(handle, programme.programmeId, handle.today);
      const version = picture?.version ?? (await findVersionOn(handle, programme.programmeId, '9999-12-31'));
      if (!version) continue;
      const { content } = version;
      if (text && !content.name.toLocaleLowerCase('fi').includes(text.toLocaleLowerCase('fi'))) continue;
      const next = picture && boardPeriods(picture, handle.today).find(({ dueOn }) => dueOn >= handle.today);
      list.push({
        programmeId: programme.programmeId,
        kind: programme.kind,
        name: content.name,
        language: content.language,
        owner: await nameOf(handle, programme.organisationId),
        validFrom: content.validFrom,
        validTo: content.validTo,
        reviewOn: content.reviewOn,
        ended: content.validTo !== undefined && content.validTo < handle.today,
        counts: countParts(content),
        findings: checkProgramme(content, handle.today).length,
        late: picture ? lateReports(picture, handle.today).length : 0,
        nextDueOn: next?.dueOn,
      });
    }
    const { role } = handle.viewer;
    return ok({ programmes: list, actions: { begin: role === 'area-manager' || role === 'board' } });
  },
});

/** The board of a programme as it is, or as it was on a day. */
export const openProgramme = defineUseCase({
  name: 'programmes.open',
  purpose: 'steering',
  input: z.object({ programmeId: Id, asOf: Day.optional() }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found', 'not-yet-then'],
  async run(handle, { programmeId, asOf = handle.today }) {
    const picture = await pictureOn(handle, programmeId, asOf);
    if (!picture) {
      const ever = await findVersionOn(handle, programmeId, '9999-12-31');
      if (!ever) return err({ code: 'not-found' });
      return err({ code: 'not-yet-then', details: { from: ever.inForceFrom } });
    }
    const now = asOf === handle.today;
    const proposals = await actingAsSystem(handle, 'how many proposals wait', (house) =>
      proposalsOn(house, programmeId, asOf),
    );
    return ok({
      ...boardOf(picture, asOf),
      owner: await nameOf(handle, picture.programme.organisationId),
      late: now ? await lateWithWriters(handle, picture) : lateReports(picture, asOf).map(asItWas),
      body: await bodyOn(handle, picture, asOf),
      proposalsWaiting: proposals.filter(({ state }) => state === 'waiting').length,
      today: handle.today,
      asOf: now ? undefined : asOf,
      actions: {
        keep: now && keeps(handle, picture.programme),
        propose: now && (await isOfMember(handle, picture.programme, picture.content)),
      },
    });
  },
});

/** All that a board says of a day; a pure picture of what was known then. */
export function boardOf(picture: Picture, day: Day) {
  const { content, version, programme } = picture;
  const periods = boardPeriods(picture, day);
  return {
    programmeId: programme.programmeId,
    content,
    version: { number: version.number, inForceFrom: version.inForceFrom, reason: version.reason },
    versionCount: picture.versions.length,
    counts: countParts(content),
    findings: checkProgramme(content, day),
    periods,
    rows: boardRows(picture, periods, day),
    boardReports: picture.boardReports.map(({ reportId, period, state, approvedOn, approvingBody }) => ({
      reportId,
      period,
      state,
      approvedOn,
      approvingBody,
    })),
    years: measuresByYear(content, day),
  };
}
export type ProgrammeBoard = ReturnType<typeof boardOf>;

/** A missing report of another day than today: nothing can be done about it there. */
const asItWas = (one: LateReport) => ({
  ...one,
  begun: false,
  writers: [] as string[],
  remindedAt: undefined as string | undefined,
  actions: { remind: false, write: false, name: false },
});

/** What is missing, with those who could write it, and when they were last reminded. */
async function lateWithWriters(handle: Handle, picture: Picture) {
  const { programmeId } = picture.programme;
  const late = lateReports(picture, handle.today);
  if (late.length === 0) return [];
  const coordinators = await coordinatorsToday(handle, programmeId, picture.content);
  const { begun, reminders } = await actingAsSystem(
    handle,
    'whether a missing report has been begun, and who was reminded',
    async (house) => ({
      begun: await draftsBegun(house, programmeId),
      reminders: await remindersOf(house, programmeId),
    }),
  );
  const keeper = keeps(handle, picture.programme);
  return late.map((one) => {
    const own = coordinators.filter(({ name }) => one.coordinators.includes(name));
    const same = (other: { goalId: string; period: string }) =>
      other.goalId === one.goalId && other.period === one.period;
    return {
      ...one,
      begun: begun.some(same),
      writers: own.flatMap(({ writers }) => writers.map(({ name }) => name)),
      remindedAt: reminders.filter(same).at(-1)?.sentAt,
      actions: {
        remind: keeper && own.some(({ writers }) => writers.length > 0),
        write: keeper || writesFor(handle, own),
        name: keeper && own.every(({ writers }) => writers.length === 0),
      },
    };
  });
}

/** The last instant of a day in Finland: 20.59.59 or 21.59.59 in UTC. */
function endOfDay(day: Day): Date {
  const summer = new Date(`${day}T20:59:59.999Z`);
  const winter = new Date(`${day}T21:59:59.999Z`);
  return dayInFinland(winter) === day ? winter : summer;
}

/** The body that steers the programme with those who sat in it on the day, as it was known then; none when none is chosen. */
async function bodyOn(handle: Handle, { content }: Picture, day: Day) {
  const chosen = content.board?.body;
  if (!chosen) return undefined;
  const body = await bodyAt(handle, chosen.id, day, day === handle.today ? handle.now : endOfDay(day));
  if (!body) return undefined;
  return {
    bodyId: body.bodyId,
    name: inLanguage(body.names, handle.viewer.language),
    inForce: body.inForce,
    members: body.members,
  };
}

export async function nameOf(handle: Handle, organisationId: string): Promise<string> {
  const names = (await organisationNames(handle, [organisationId])).get(organisationId);
  return names ? inLanguage(names, handle.viewer.language).text : '';
}
