import type { Viewer } from '#kernel/viewer.ts';
import { type Condition, conditions } from './conditions.ts';
import { type Decision, deny, type Policy, permit } from './decision.ts';
import type { Part } from './parts.ts';
import { mayRead, mayReadByRelation, mayWrite } from './person-rules.ts';
import { relationTo } from './relation.ts';
import { can, conditionOf, type Right, rights } from './rights.ts';
import type { ViewerContext } from './viewer-context.ts';

/** Anybody, signed in or not: public information only. */
export const anybody: Policy<unknown> = () => permit;

/** Anybody who has signed in, in any role. */
export const anySignedIn: Policy<unknown> = ({ viewer }) =>
  viewer.role === 'public' ? deny('sign-in-needed') : permit;

/** The service itself. */
export const system: Policy<unknown> = ({ viewer }) =>
  viewer.role === 'system' ? permit : deny('role-may-not');

/**
 * How a condition of a right is established where the right is used. `rows`: the door lets the role in, and row-level
 * security or the use case looks row by row.
 */
export type Way<I> = 'rows' | ((context: ViewerContext, input: I) => boolean | Promise<boolean>);

/** What is true by the viewer alone; everything else the room tells. */
const known: Readonly<Partial<Record<Condition, Way<never>>>> = {
  always: () => true,
  self: ({ viewer }) => viewer.clientId !== undefined,
  'own-company': ({ viewer }) => viewer.companyId !== undefined,
};

/**
 * The policy of a right: the role holds it, and its condition is established by the way given for it.
 * @throws Error at loading, when a condition under which somebody holds the right has no way
 */
export function may<I = unknown>(
  right: Right,
  ways: Readonly<Partial<Record<Condition, Way<I>>>> = {},
): Policy<I> & { readonly right: Right } {
  const all = { ...known, ...ways } as Readonly<Partial<Record<Condition, Way<I>>>>;
  for (const condition of new Set(Object.values(rights[right])))
    if (all[condition] === undefined) throw new Error(`${right}: no way to establish "${condition}".`);
  const policy: Policy<I> = async (context, input) => {
    const { role } = context.viewer;
    if (role === 'public') return deny('sign-in-needed');
    const condition = conditionOf(role, right);
    if (condition === undefined) return deny('role-may-not');
    const way = all[condition]!;
    return way === 'rows' || (await way(context, input)) ? permit : deny(conditions[condition].reason);
  };
  return Object.assign(policy, { right });
}

/** Does the viewer's role hold the right, under whatever condition? For what an answer says is open. */
export const holds = ({ viewer }: { readonly viewer: Pick<Viewer, 'role'> }, right: Right): boolean =>
  can(viewer.role, right);

/** Reading one part of one person's data, by relation and consent at this instant. */
export function readsPerson(part: Part): Policy<{ clientId: string }> {
  return async (context, { clientId }): Promise<Decision> =>
    mayRead(context.viewer, part, await relationTo(context, clientId), context.now);
}

/** The same by what binds the viewer to the person, and not by a file opened with a reason. */
export function readsByRelation(part: Part): Policy<{ clientId: string }> {
  return async (context, { clientId }): Promise<Decision> =>
    mayReadByRelation(context.viewer, part, await relationTo(context, clientId), context.now);
}

/** Adding, changing or removing one part of one person's data. */
export function writesPerson(part: Part): Policy<{ clientId: string }> {
  return async (context, { clientId }): Promise<Decision> =>
    mayWrite(context.viewer, part, await relationTo(context, clientId), context.now);
}

/** Ways of a right that names a company in its input. */
export const ofCompany: Way<{ companyId: string }> = ({ viewer }, { companyId }) =>
  viewer.companyId === companyId;
