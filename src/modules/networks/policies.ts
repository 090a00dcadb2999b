import { sql } from 'kysely';
import { deny, type Handle, inRole, type Policy, permit } from '#access';
import { serviceKeepers } from './domain/codes.ts';

/** Class O of the matrix (requirements.md D3); `networks.keeps_services` says the same in the database. */
export const keepsServices = inRole(...serviceKeepers);

/** Does the viewer's organisation provide this service today? `networks.provides` answers, as row-level security asks it. */
async function provides(handle: Handle, serviceId: string): Promise<boolean> {
  if (handle.viewer.role !== 'provider') return false;
  const { rows } = await sql<{ own: boolean }>`select networks.provides(${serviceId}::uuid) as own`.execute(
    handle.db,
  );
  return rows[0]?.own === true;
}

/** Those who keep the catalogue, and a provider for the words of its own services (requirements NET-09). */
export const keepsWords: Policy<{ serviceId: string }> = async (handle, { serviceId }) => {
  const keeper = await keepsServices(handle, undefined);
  if (keeper.permit || handle.viewer.role !== 'provider') return keeper;
  return (await provides(handle, serviceId)) ? permit : deny('not-own-organisation');
};

/** Why the log of persons has no entry: said by every use case about services. */
export const nobody = {
  kind: 'none',
  why: 'services and those who give them are public information',
} as const;
