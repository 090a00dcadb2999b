import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { bodyAt } from '#governance';
import { dayInFinland } from '#kernel/clock.ts';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  calledOn,
  coordinatorsToday,
  isOfMember,
  keeps,
  organisationsById,
  writesFor,
} from '../coordinators-today.ts';
import { proposalsOn } from '../db/frame.db.ts';
import { draftsBegun, remindersOf } from '../db/goal-reports.db.ts';
import { findVersionOn } from '../db/programmes.db.ts';
import { type LateReport, lateReports } from '../domain/board.ts';
import { readsProgrammes } from '../policies.ts';
import { type Picture, pictureOn } from './picture.ts';
import { boardOf, nameOf } from './programme-board.ts';

/** The board of a programme as it is, or as it was on a day. */
export const openProgramme = defineUseCase({
  name: 'programmes.open',
  purpose: 'steering',
  input: z.object({ programmeId: Id, asOf: Day.optional() }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found', 'not-yet-then'],
  async run(context, { programmeId, asOf = context.today }) {
    const picture = await pictureOn(context, programmeId, asOf);
    if (!picture) {
      const ever = await findVersionOn(context, programmeId, '9999-12-31');
      if (!ever) return err({ code: 'not-found' });
      return err({ code: 'not-yet-then', details: { from: ever.inForceFrom } });
    }
    const now = asOf === context.today;
    const proposals = await actingAsSystem(context, 'how many proposals wait', (system) =>
      proposalsOn(system, programmeId, asOf),
    );
    return ok({
      ...boardOf(picture, asOf),
      nowCalled: await presentNames(context, picture, asOf),
      owner: await nameOf(context, picture.programme.organisationId),
      late: now ? await lateWithWriters(context, picture) : lateReports(picture, asOf).map(asItWas),
      body: await bodyOn(context, picture, asOf),
      proposalsWaiting: proposals.filter(({ state }) => state === 'waiting').length,
      today: context.today,
      asOf: now ? undefined : asOf,
      /** Its first day, when that is still to come. */
      beginsOn: picture.version.inForceFrom > asOf ? picture.version.inForceFrom : undefined,
      actions: {
        keep: now && keeps(context, picture.programme),
        propose: now && (await isOfMember(context, picture.programme, picture.content)),
      },
    });
  },
});

/** Coordinators that had become another organisation by the day, by the printed name (F-26). */
async function presentNames(context: ViewerContext, { content }: Picture, day: Day) {
  const organisations = await organisationsById(context);
  return Object.fromEntries(
    content.coordinators.flatMap(({ name, organisationId }) => {
      const called = calledOn(organisations, organisationId, day, context.viewer.language);
      return called === undefined ? [] : [[name, called]];
    }),
  );
}

/** A missing report of another day than today: nothing can be done about it there. */
const asItWas = (report: LateReport) => ({
  ...report,
  begun: false,
  writers: [] as string[],
  remindedAt: undefined as string | undefined,
  actions: { remind: false, write: false, name: false },
});

/** What is missing, with those who could write it, and when they were last reminded. */
async function lateWithWriters(context: ViewerContext, picture: Picture) {
  const { programmeId } = picture.programme;
  const late = lateReports(picture, context.today);
  if (late.length === 0) return [];
  const coordinators = await coordinatorsToday(context, programmeId, picture.content);
  const { begun, reminders } = await actingAsSystem(
    context,
    'whether a missing report has been begun, and who was reminded',
    async (system) => ({
      begun: await draftsBegun(system, programmeId),
      reminders: await remindersOf(system, programmeId),
    }),
  );
  const keeper = keeps(context, picture.programme);
  return late.map((report) => {
    const own = coordinators.filter(({ name }) => report.coordinators.includes(name));
    const same = (other: { goalId: string; period: string }) =>
      other.goalId === report.goalId && other.period === report.period;
    return {
      ...report,
      begun: begun.some(same),
      writers: own.flatMap(({ writers }) => writers.map(({ name }) => name)),
      remindedAt: reminders.filter(same).at(-1)?.sentAt,
      actions: {
        remind: keeper && own.some(({ writers }) => writers.length > 0),
        write: keeper || writesFor(context, own),
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
async function bodyOn(context: ViewerContext, { content }: Picture, day: Day) {
  const chosen = content.board?.body;
  if (!chosen) return undefined;
  const body = await bodyAt(context, chosen.id, day, day === context.today ? context.now : endOfDay(day));
  if (!body) return undefined;
  return {
    bodyId: body.bodyId,
    name: inLanguage(body.names, context.viewer.language),
    inForce: body.inForce,
    members: body.members,
  };
}
