import { actingAsSystem, type Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { inLanguage } from '#kernel/localised.ts';
import { type DatedOrganisation, organisationsOfAllTimes } from '#networks';
import { namedWriters, writersOfOrganisations, writingRoles } from './db/around.db.ts';
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

export async function organisationsById(handle: Handle): Promise<Map<string, DatedOrganisation>> {
  return new Map((await organisationsOfAllTimes(handle)).map((one) => [one.id, one]));
}

/** The coordinators of a programme with those who write for them today. */
export async function coordinatorsToday(
  handle: Handle,
  programmeId: string,
  content: ProgrammeContent,
): Promise<CoordinatorToday[]> {
  const organisations = await organisationsById(handle);
  const { language } = handle.viewer;
  return actingAsSystem(
    handle,
    'who writes for a coordinator is told to everybody in the network',
    async (house) => {
      const named = await namedWriters(house, programmeId, house.today);
      const present = content.coordinators.map((one) => ({
        ...one,
        now: one.organisationId && successorOn(organisations, one.organisationId, house.today),
      }));
      const byRole = await writersOfOrganisations(
        house,
        present.flatMap(({ now }) => now ?? []),
      );
      return present.map(({ id, name, organisationId, now }) => {
        const own = named.filter(({ coordinatorId }) => coordinatorId === id);
        const others = own.length > 0 ? [] : byRole.filter((one) => one.organisationId === now);
        const today = now === undefined ? undefined : organisations.get(now);
        return {
          coordinatorId: id,
          name,
          organisationId: now,
          nowCalled:
            today && now !== organisationId ? inLanguage(today.names, language).text || undefined : undefined,
          writers: [
            ...own.map((one) => ({ accountId: one.accountId, name: one.name, named: true })),
            ...others.map((one) => ({ accountId: one.accountId, name: one.name, named: false })),
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
export function keeps({ viewer }: Handle, programme: Pick<Programme, 'organisationId'>): boolean {
  if (viewer.role === 'system' || viewer.role === 'area-manager') return true;
  return viewer.role === 'board' && viewer.organisationId === programme.organisationId;
}

/** Those who write for one of the goal's coordinators. */
export function writesFor({ viewer }: Handle, coordinators: readonly CoordinatorToday[]): boolean {
  return coordinators.some(({ organisationId, writers }) => {
    if (writers.some(({ accountId }) => accountId === viewer.accountId)) return true;
    const named = writers.some((one) => one.named);
    return (
      !named &&
      organisationId !== undefined &&
      viewer.organisationId === organisationId &&
      (writingRoles as readonly string[]).includes(viewer.role)
    );
  });
}

/** Is the viewer's organisation in the board, a coordinator, or the one whose programme it is (F-26: or its successor)? */
export async function isOfMember(
  handle: Handle,
  programme: Programme,
  content: ProgrammeContent,
): Promise<boolean> {
  const own = handle.viewer.organisationId;
  if (own === undefined) return false;
  const organisations = await organisationsById(handle);
  const members = [
    programme.organisationId,
    ...(content.board?.members ?? []).flatMap(({ organisationId }) => organisationId ?? []),
    ...content.coordinators.flatMap(({ organisationId }) => organisationId ?? []),
  ];
  return members.some((id) => id === own || successorOn(organisations, id, handle.today) === own);
}
