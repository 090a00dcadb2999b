import {
  type Decision,
  deny,
  every,
  fieldsOpenTo,
  isSelf,
  may,
  type Policy,
  permit,
  readsPerson,
  relationTo,
  writesPerson,
} from '#access';
import type { Viewer } from '#kernel/viewer.ts';

/** The person in question: the one named, or the viewer's own self. */
export function personOf(viewer: Viewer, input: { clientId?: string | undefined }): string | undefined {
  return input.clientId ?? viewer.clientId;
}

/** The same as a list, for the meaning of an audit entry. */
export function subjectOf(
  input: { clientId?: string | undefined },
  _output: unknown,
  viewer: Viewer,
): string[] {
  const person = personOf(viewer, input);
  return person ? [person] : [];
}

/** The person, and the own adviser with the person, give and withdraw; nobody else. */
export const writesConsents: Policy<{ clientId?: string | undefined }> = (context, input) => {
  const clientId = personOf(context.viewer, input);
  return clientId ? writesPerson('consents')(context, { clientId }) : noPerson(context.viewer);
};

/** The person and the own adviser read what has been agreed to. */
export const readsConsents: Policy<{ clientId?: string | undefined }> = (context, input) => {
  const clientId = personOf(context.viewer, input);
  return clientId ? readsPerson('consents')(context, { clientId }) : noPerson(context.viewer);
};

/** The person reads the own log, the data protection officer anybody's (requirements.md D3, class G). */
export const readsLogOf: Policy<{ clientId?: string | undefined }> = async (context, input) => {
  const { viewer } = context;
  const decision = await readsLogs(context, input);
  if (!decision.permit) return decision;
  const whose = isSelf(viewer) ? personOf(viewer, input) === viewer.clientId : input.clientId !== undefined;
  return whose ? permit : deny('no-relation');
};
const readsLogs = may('log-of-person:read');

/** Those who receive share profiles; row by row only while a consent is in force. */
export const receivesProfiles = may('shared-people:read', { 'consent-1': 'rows', 'consent-2': 'rows' });
/** Who has step 1 may ask the person for step 2. */
export const asksForConsent = may('consent:ask', { 'consent-1': 'rows' });

/** A receiver opens a profile only while some field of it is shared with it; of anybody else it learns nothing. */
export const opensProfile: Policy<{ clientId: string }> = every<{ clientId: string }>(
  receivesProfiles,
  async (context, { clientId }): Promise<Decision> => {
    const relation = await relationTo(context, clientId);
    if (relation.conflict) return deny('own-or-relatives-file');
    return fieldsOpenTo(context.viewer, relation, context.now).length > 0 ? permit : deny('no-consent');
  },
);

function noPerson(viewer: Viewer): Decision {
  return deny(viewer.role === 'public' ? 'sign-in-needed' : 'role-may-not');
}
