import type { ViewerContext } from '#access';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { organisationId, userOf } from '#demo/users.ts';
import { bodiesToChoose } from '#governance';
import { addDays, addMonths, type Day } from '#kernel/days.ts';
import { inLanguage } from '#kernel/localised.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { ProgrammeDraft, programmes } from '#programmes';
import { periodBefore, periodOf, reportPeriod } from '../domain/periods.ts';
import { board, centre, demoProgramme, firstHalf, multi, secondHalf } from './words/programme.ts';

/**
 * The programme as it would stand after a year and a half of work, done through the same use cases as by people: two
 * half-years told, the first approved, one goal of the second still missing.
 */
export async function loadProgramme(context: ViewerContext, area: DemonstrationArea): Promise<void> {
  const secretary = userOf(area.users, 'board-secretary').id;
  const now = periodOf(area.today);
  const second = reportPeriod(periodBefore(now));
  const first = reportPeriod(periodBefore(second.period));
  /** The house in the name of a user, on a day of the past. */
  const on = (day: Day, accountId: string = secretary): ViewerContext => ({
    ...context,
    viewer: { ...systemViewer, accountId, organisationId: organisationId(area.organisations, 'mikkeli') },
    now: new Date(`${day}T09:30:00Z`),
    today: day,
  });
  const start = addDays(first.from, 20);
  const year = Number(first.from.slice(0, 4));
  const draft = demoProgramme(year, area.pilot.id);
  const [group] = await bodiesToChoose(on(start));
  const { programmeId } = unwrap(
    await programmes.importProgramme.run(on(start), {
      draft: ProgrammeDraft.parse({
        ...draft,
        board: {
          ...draft.board,
          body: group && { id: group.bodyId, name: inLanguage(group.names, 'fi').text },
        },
        validFrom: `${year}-01-01`,
        reviewOn: `${year + 3}-12-31`,
      }),
      dryRun: false,
      source: 'työllisyysohjelma',
    }),
  );
  const opened = unwrap(await programmes.openProgramme.run(on(start), { programmeId: programmeId! }));
  const { goals, coordinators } = opened.content;
  for (const [name, key] of [
    [board, 'board-secretary'],
    [centre, 'coordinator-centre'],
    [multi, 'coordinator-multi'],
  ] as const) {
    const found = coordinators.find((coordinator) => coordinator.name === name)!;
    unwrap(
      await programmes.nameWriter.run(on(start), {
        programmeId: programmeId!,
        coordinatorId: found.id,
        accountId: userOf(area.users, key).id,
        act: 'name',
      }),
    );
  }
  const writers = ['board-secretary', 'coordinator-centre', 'coordinator-centre', 'area-manager'].map(
    (key) => userOf(area.users, key).id,
  );
  const joint = goals[0]!.measures[2]!;
  unwrap(
    await programmes.linkPart.run(on(addDays(second.from, 30)), {
      programmeId: programmeId!,
      partId: joint.id,
      kind: 'pilot',
      targetId: area.pilot.id,
      reason: 'Pilotti kokeilee tehostettua palvelua ja tuo yritykset ja työnhakijat yhteen.',
    }),
  );
  /** One goal told of by its coordinator, so many days after the half-year ended. */
  const tell = async (
    at: number,
    { period, to }: { period: string; to: Day },
    { summary, states }: (typeof firstHalf)[number],
    late: number,
  ) => {
    const goal = goals[at]!;
    const as = on(addDays(to, late), writers[at]!);
    const place = { programmeId: programmeId!, goalId: goal.id, period };
    const told = goal.measures.flatMap(({ indicators }) => indicators).filter(({ fact }) => !fact);
    const { revision } = unwrap(
      await programmes.saveGoalDraft.run(as, {
        ...place,
        revision: 0,
        content: {
          summary,
          measures: Object.fromEntries(
            goal.measures.map(({ id }, nth) => [
              id,
              { state: states[nth]![0], text: states[nth]![1] || whyOf(states[nth]![0]) },
            ]),
          ),
          values: Object.fromEntries(
            told.map(({ id }) => [
              id,
              { value: period === first.period ? '1' : '2', evidence: 'Koordinaattorin kalenteri' },
            ]),
          ),
        },
      }),
    );
    unwrap(await programmes.submitGoalReport.run(as, { ...place, revision }));
  };
  for (const [at, told] of firstHalf.entries()) await tell(at, first, told, at === 2 ? 6 : -at - 2);
  const where = { programmeId: programmeId!, period: first.period };
  const approval = on(addMonths(first.to, 2));
  unwrap(
    await programmes.saveForeword.run(on(addMonths(first.to, 1)), {
      ...where,
      foreword: 'Ensimmäinen puolivuosi oli käynnistämistä. Mittareista puuttuu vielä suurin osa.',
      revision: 0,
    }),
  );
  const { hash } = unwrap(await programmes.openBoardReport.run(approval, where));
  unwrap(
    await programmes.approveReport.run(approval, {
      ...where,
      body: board,
      decidedOn: addDays(addMonths(first.to, 2), -1),
      reference: '§ 14',
      seen: hash,
    }),
  );
  for (const [at, told] of secondHalf.entries()) {
    const late = Math.min(at - 3, 0);
    await tell(at, second, told, late);
  }
  const proposer = (key: string) => ({
    ...on(addDays(area.today, -9), userOf(area.users, key).id),
  });
  unwrap(
    await programmes.propose.run(proposer('adviser'), {
      programmeId: programmeId!,
      goalId: goals[1]!.id,
      title: 'Yhteinen rekrytointipäivä konepajoille',
      text: 'Neljä konepajaa etsii hitsaajia samaan aikaan. Järjestetään yksi päivä, jossa osaajat ja yritykset kohtaavat.',
    }),
  );
}

/** A state of the demonstration that must say why, in words. */
function whyOf(state: string): string {
  return state === 'late' || state === 'stopped' ? 'Aikataulu siirtyi.' : 'Työ jatkuu suunnitelman mukaan.';
}
