import { sql } from 'kysely';
import type { Handle } from './viewer-handle.ts';

/** A consent as the rules need it; instants are ISO strings. */
export interface ConsentFact {
  step: 1 | 2;
  fields: string[];
  receiverOrganisationId: string | null;
  receiverCompanyId: string | null;
  attendingCompanyIds: string[];
  eventClosesAt: string | null;
  givenAt: string;
  validTo: string;
  withdrawnAt: string | null;
  base: { givenAt: string; validTo: string; withdrawnAt: string | null } | null;
}

/** What binds a viewer to a person at this instant. */
export interface Relation {
  exists: boolean;
  self: boolean;
  caseWorker: boolean;
  conflict: boolean;
  nonDisclosure: boolean;
  addressGrant: boolean;
  consents: ConsentFact[];
}

/** Reads the relation of the handle's viewer to a person. The facts are read as they are; the rules judge them. */
export async function relationTo(handle: Handle, clientId: string): Promise<Relation> {
  const { viewer } = handle;
  const { rows } = await sql<{
    facts: Omit<Relation, 'self'>;
  }>`select access.facts_about(${clientId}::uuid) as facts`.execute(handle.db);
  const facts = rows[0]!.facts;
  return { ...facts, self: viewer.role === 'client' && viewer.clientId === clientId };
}
