import { sql } from 'kysely';
import { may, type ViewerContext } from '#access';

/** Class O of the matrix (requirements.md D3); `networks.keeps_services` says the same in the database. */
export const writesServices = may('services:write');

/** Does the viewer's organisation provide this service today? `networks.provides` answers, as row-level security asks it. */
export async function provides(context: ViewerContext, serviceId: string): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`select networks.provides(${serviceId}::uuid) as own`.execute(
    context.db,
  );
  return rows[0]?.own === true;
}

/** Those who write the catalogue, and a provider the words of its own services (requirements NET-09). */
export const writesWords = may<{ serviceId: string }>('services:write-words', {
  'own-service': (context, { serviceId }) => provides(context, serviceId),
});

/** Why the log of persons has no entry: said by every use case about services. */
export const noPersonalData = {
  kind: 'none',
  why: 'services and those who give them are public information',
} as const;
