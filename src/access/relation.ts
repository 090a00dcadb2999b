import { sql } from 'kysely';
import { isSelf } from './rights.ts';
import type { ViewerContext } from './viewer-context.ts';

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

/** The viewer has opened the file with a reason, in this role; instants are ISO strings. */
export interface OpeningFact {
  id: string;
  kind: string;
  from: string;
  /** The first instant without it: its own end, or when it was closed. */
  to: string;
}

/** What binds a viewer to a person at this instant. */
export interface Relation {
  exists: boolean;
  self: boolean;
  caseWorker: boolean;
  conflict: boolean;
  nonDisclosure: boolean;
  addressGrant: boolean;
  openings: OpeningFact[];
  consents: ConsentFact[];
}

const remembered = new WeakMap<ViewerContext, Map<string, Promise<Relation>>>();

/**
 * The relation of the handle's viewer to a person, read once a handle. The facts are read as they are; the rules judge
 * them.
 */
export function relationTo(context: ViewerContext, clientId: string): Promise<Relation> {
  const known = remembered.get(context) ?? new Map<string, Promise<Relation>>();
  remembered.set(context, known);
  const relation = known.get(clientId) ?? readRelation(context, clientId);
  known.set(clientId, relation);
  return relation;
}

async function readRelation({ db, viewer }: ViewerContext, clientId: string): Promise<Relation> {
  const { rows } = await sql<{
    facts: Omit<Relation, 'self'>;
  }>`select access.facts_about(${clientId}::uuid) as facts`.execute(db);
  return { ...rows[0]!.facts, self: isSelf(viewer) && viewer.clientId === clientId };
}
