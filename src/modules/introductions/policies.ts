import {
  actingAsSystem,
  can,
  conditionOf,
  type Decision,
  deny,
  fieldsOpenTo,
  may,
  type Policy,
  permit,
  relationTo,
  type Way,
} from '#access';
import { findIntroduction } from './db/introductions.db.ts';

/** A business adviser with a person's consent, or the person's own adviser, introduces; nobody an own or a relative's. */
export const introducesPeople: Policy<{ clientId: string }> = async (context, input) => {
  const { conflict } = await relationTo(context, input.clientId);
  return conflict && can(context.viewer.role, 'introductions:write')
    ? deny('own-or-relatives-file')
    : byRelation(context, input);
};
const byRelation = may<{ clientId: string }>('introductions:write', {
  case: async (context, { clientId }) => (await relationTo(context, clientId)).caseWorker,
  'consent-1': async (context, { clientId }) =>
    fieldsOpenTo(context.viewer, await relationTo(context, clientId), context.now).length > 0,
});

const rows = { case: 'rows', 'consent-1': 'rows', 'consent-2': 'rows' } as const satisfies Record<
  string,
  Way<unknown>
>;
export const readsIntroductions = may('introductions:read', rows);
/** Those who introduced follow what came of it. */
export const followsIntroductions = may('introductions:write', rows);

/** A viewer that acts for a company. */
export const actsForCompany = may('introductions:answer', {
  'consent-2': ({ viewer }) => viewer.companyId !== undefined,
});

const tried = new WeakMap<object, string>();

/**
 * An introduction that is there but not for this viewer is denied, and the person's log tells of the try. Only those who
 * had it learn that its consent has ended; to everybody else it is as one that never was.
 */
export const stillShared: Policy<{ introductionId: string }> = async (context, input): Promise<Decision> => {
  if (await findIntroduction(context, input.introductionId)) return permit;
  const hidden = await actingAsSystem(context, 'whose log is told of a denied try', (system) =>
    findIntroduction(system, input.introductionId),
  );
  if (!hidden) return deny('no-relation');
  tried.set(input, hidden.clientId);
  const { viewer } = context;
  const by = conditionOf(viewer.role, 'introductions:read');
  const had =
    (viewer.companyId !== undefined && hidden.companyId === viewer.companyId) ||
    (viewer.organisationId !== undefined && hidden.organisationId === viewer.organisationId);
  return deny(had && (by === 'consent-1' || by === 'consent-2') ? 'no-consent' : 'no-relation');
};

/** The person of an introduction that this asking was denied; nobody when it was not. */
export function personTriedFor(input: object): string[] {
  const clientId = tried.get(input);
  return clientId ? [clientId] : [];
}
