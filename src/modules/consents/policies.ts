import {
  type Decision,
  deny,
  fieldsOpenTo,
  keepsPerson,
  type Policy,
  permit,
  readsPerson,
  relationTo,
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
export const keepsConsents: Policy<{ clientId?: string | undefined }> = (handle, input) => {
  const clientId = personOf(handle.viewer, input);
  return clientId ? keepsPerson('consents')(handle, { clientId }) : noPerson(handle.viewer);
};

/** The person and the own adviser read what has been agreed to. */
export const readsConsents: Policy<{ clientId?: string | undefined }> = (handle, input) => {
  const clientId = personOf(handle.viewer, input);
  return clientId ? readsPerson('consents')(handle, { clientId }) : noPerson(handle.viewer);
};

/** The person reads the own log, the data protection officer anybody's (requirements.md D3, class G). */
export const readsLogOf: Policy<{ clientId?: string | undefined }> = ({ viewer }, input) => {
  if (viewer.role === 'dpo') return input.clientId ? permit : deny('no-relation');
  if (viewer.role !== 'client') return noPerson(viewer);
  return personOf(viewer, input) === viewer.clientId ? permit : deny('no-relation');
};

/** A receiver opens a profile only while some field of it is shared with it; of anybody else it learns nothing. */
export const opensProfile: Policy<{ clientId: string }> = async (handle, { clientId }): Promise<Decision> => {
  const { viewer } = handle;
  if (viewer.role !== 'business' && viewer.role !== 'employer') return noPerson(viewer);
  const relation = await relationTo(handle, clientId);
  if (relation.conflict) return deny('own-or-relatives-file');
  return fieldsOpenTo(viewer, relation, handle.now).length > 0 ? permit : deny('no-consent');
};

function noPerson(viewer: Viewer): Decision {
  return deny(viewer.role === 'public' ? 'sign-in-needed' : 'role-may-not');
}
