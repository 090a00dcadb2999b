import { actingAsSystem, can, conditionOf, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { inLanguage, type Language } from '#kernel/localised.ts';
import { type DatedOrganisation, organisationsOfAllTimes } from '#networks';
import { namedWriters, writersOfOrganisations } from './db/frame.db.ts';
import type { Programme } from './db/programmes.db.ts';
import type { Goal, Measure, ProgrammeContent } from './domain/content.ts';

/** A coordinator as it is on the day: who it has become, and who writes for it. */
export interface CoordinatorToday {
  coordinatorId: string;
  /** As the programme prints it. */
  name: string;
  organisationId: string | undefined;
  /** The organisation of today when the printed one has ended (F-26). */
  nowCalled: string | undefined;
  writers: { accountId: string; name: string; named: boolean }[];
}

/** The organisation that carries on an ended one's work on a day; itself while it lives. */
export function successorOn(
  organisations: ReadonlyMap<string, DatedOrganisation>,
  id: string,
  day: Day,
): string {
  let at = id;
  for (let step = 0; step < 10; step++) {
    const found = organisations.get(at);
    if (!found?.successorId || found.validTo === undefined || found.validTo >= day) return at;
    at = found.successorId;
  }
  return at;
}

/** What an organisation is called on a day when it has become another one by then (F-26). */
export function calledOn(
  organisations: ReadonlyMap<string, DatedOrganisation>,
  id: string | undefined,
  day: Day,
  language: Language,
): string | undefined {
  const then = id && successorOn(organisations, id, day);
  const names = then === id ? undefined : organisations.get(then ?? '')?.names;
  return (names && inLanguage(names, language).text) || undefined;
}

export async function organisationsById(context: ViewerContext): Promise<Map<string, DatedOrganisation>> {
  return new Map((await organisationsOfAllTimes(context)).map((time) => [time.id, time]));
}

/** The coordinators of a programme with those who write for them today. */
export async function coordinatorsToday(
  context: ViewerContext,
  programmeId: string,
  content: ProgrammeContent,
): Promise<CoordinatorToday[]> {
  const organisations = await organisationsById(context);
  const { language } = context.viewer;
  return actingAsSystem(
    context,
    'who writes for a coordinator is told to everybody in the network',
    async (system) => {
      const named = await namedWriters(system, programmeId, system.today);
      const present = content.coordinators.map((coordinator) => ({
        ...coordinator,
        now:
          coordinator.organisationId && successorOn(organisations, coordinator.organisationId, system.today),
      }));
      const byRole = await writersOfOrganisations(
        system,
        present.flatMap(({ now }) => now ?? []),
      );
      return present.map(({ id, name, organisationId, now }) => {
        const own = named.filter(({ coordinatorId }) => coordinatorId === id);
        const others = own.length > 0 ? [] : byRole.filter((row) => row.organisationId === now);
        return {
          coordinatorId: id,
          name,
          organisationId: now,
          nowCalled: calledOn(organisations, organisationId, system.today, language),
          writers: [
            ...own.map((writer) => ({ accountId: writer.accountId, name: writer.name, named: true })),
            ...others.map((other) => ({ accountId: other.accountId, name: other.name, named: false })),
          ],
        };
      });
    },
  );
}

/** The coordinators of a goal, its measures' own ones too. */
export function coordinatorsOf(
  goal: Pick<Goal, 'coordinators' | 'measures'>,
  all: readonly CoordinatorToday[],
): CoordinatorToday[] {
  const names = new Set([
    ...goal.coordinators,
    ...goal.measures.flatMap((measure: Measure) => measure.coordinators),
  ]);
  return all.filter(({ name }) => names.has(name));
}

/** The secretary's side: the area manager, and a board's member or secretary in the organisation whose programme it is. */
export function keeps({ viewer }: ViewerContext, programme: Pick<Programme, 'organisationId'>): boolean {
  const condition = conditionOf(viewer.role, 'programmes:write');
  return condition === 'own-organisation'
    ? viewer.organisationId === programme.organisationId
    : condition !== undefined;
}

/** Those who write for one of the goal's coordinators. */
export function writesFor({ viewer }: ViewerContext, coordinators: readonly CoordinatorToday[]): boolean {
  return coordinators.some(({ organisationId, writers }) => {
    if (writers.some(({ accountId }) => accountId === viewer.accountId)) return true;
    const named = writers.some((writer) => writer.named);
    return (
      !named &&
      organisationId !== undefined &&
      viewer.organisationId === organisationId &&
      can(viewer.role, 'goals:write-for-organisation')
    );
  });
}

/** Is the viewer's organisation in the board, a coordinator, or the one whose programme it is (F-26: or its successor)? */
export async function isOfMember(
  context: ViewerContext,
  programme: Programme,
  content: ProgrammeContent,
): Promise<boolean> {
  const own = context.viewer.organisationId;
  if (own === undefined) return false;
  const organisations = await organisationsById(context);
  const members = [
    programme.organisationId,
    ...(content.board?.members ?? []).flatMap(({ organisationId }) => organisationId ?? []),
    ...content.coordinators.flatMap(({ organisationId }) => organisationId ?? []),
  ];
  return members.some((id) => id === own || successorOn(organisations, id, context.today) === own);
}
