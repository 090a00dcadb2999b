import type { Viewer } from '#kernel/viewer.ts';
import { type Decision, deny, permit } from './decision.ts';
import type { ConsentFact, Relation } from './relation.ts';

/** The fields that a person can share, one by one; each is a table of its own. */
export const consentFields = [
  'name',
  'contact',
  'municipality',
  'education',
  'skills',
  'languages',
  'licences',
  'wishes',
  'travel-area',
] as const;
export type ConsentField = (typeof consentFields)[number];

/** Parts of a person's data: the fields that can be shared, and the parts that never are. */
export const parts = [
  ...consentFields,
  'basics',
  'personal-code',
  'case',
  'notes',
  'sensitive-notes',
  'tasks',
  'outcomes',
  'mapping-history',
  'consents',
] as const;
export type Part = (typeof parts)[number];

/** What a worker handles together; the classes B, L, N, S and K of the matrix (requirements.md D3). */
type Group = 'basics' | 'tasks' | 'notes' | 'sensitive-notes' | 'profile';

/**
 * What a case opens to a worker by role. Row-level security says the same in `access.case_reads` and
 * `access.case_keeps` (0070_access_case_groups.sql).
 */
const casework: Readonly<Record<string, { reads: readonly Group[]; keeps: readonly Group[] }>> = {
  expert: {
    reads: ['basics', 'tasks', 'notes', 'sensitive-notes', 'profile'],
    keeps: ['basics', 'tasks', 'notes', 'sensitive-notes', 'profile'],
  },
  youth: {
    reads: ['basics', 'tasks', 'notes', 'sensitive-notes', 'profile'],
    keeps: ['basics', 'tasks', 'notes', 'sensitive-notes'],
  },
  'immigrant-adviser': { reads: ['basics', 'tasks', 'notes'], keeps: ['basics', 'notes'] },
  'joint-emp': { reads: ['basics', 'tasks', 'notes', 'profile'], keeps: ['tasks', 'notes'] },
};

const groupOf: Readonly<Record<Part, Group>> = {
  name: 'basics',
  contact: 'basics',
  municipality: 'basics',
  education: 'basics',
  basics: 'basics',
  'personal-code': 'basics',
  case: 'basics',
  tasks: 'tasks',
  outcomes: 'tasks',
  notes: 'notes',
  'sensitive-notes': 'sensitive-notes',
  skills: 'profile',
  languages: 'profile',
  licences: 'profile',
  wishes: 'profile',
  'travel-area': 'profile',
  'mapping-history': 'profile',
  consents: 'profile',
};

const protectedParts: readonly Part[] = ['contact', 'municipality'];
const placeFields: readonly Part[] = ['contact', 'municipality', 'travel-area'];

/**
 * May the viewer read this part of this person's data at this instant? Core rules first: nothing overrides an own or a
 * relative's file, a protected address or the lack of consent (design.md section 4; requirements.md D3).
 */
export function mayRead(viewer: Viewer, part: Part, relation: Relation, now: Date): Decision {
  if (viewer.role === 'system') return permit;
  if (viewer.role === 'public') return deny('sign-in-needed');
  if (viewer.role === 'client') return relation.self ? permit : deny('no-relation');
  if (relation.conflict) return deny('own-or-relatives-file');
  const work = casework[viewer.role];
  if (work) {
    if (!work.reads.includes(groupOf[part])) return deny('role-may-not');
    if (!relation.caseWorker) return deny('no-relation');
    if (protectedParts.includes(part) && relation.nonDisclosure && !relation.addressGrant)
      return deny('protected-address');
    return permit;
  }
  if (viewer.role === 'business' || viewer.role === 'employer') {
    if (!isConsentField(part)) return deny('role-may-not');
    if (placeFields.includes(part) && relation.nonDisclosure) return deny('protected-address');
    return relation.consents.some((consent) => covers(consent, viewer, part, now))
      ? permit
      : deny('no-consent');
  }
  return deny('role-may-not');
}

/**
 * May the viewer add, change or remove this part? Receivers of a share profile never may. A sensitive note is its
 * author's and the person's; whose it is, is seen row by row (row-level security of `clients.note`).
 */
export function mayKeep(viewer: Viewer, part: Part, relation: Relation, now: Date): Decision {
  if (viewer.role === 'system') return permit;
  if (viewer.role === 'business' || viewer.role === 'employer' || keptByTheHouse.includes(part))
    return deny('role-may-not');
  if (viewer.role === 'client' && !ownKeeping.includes(part)) {
    return relation.self ? deny('role-may-not') : deny('no-relation');
  }
  const work = casework[viewer.role];
  if (work && !work.keeps.includes(groupOf[part])) {
    const reading = mayRead(viewer, part, relation, now);
    return reading.permit ? deny('role-may-not') : reading;
  }
  return mayRead(viewer, part, relation, now);
}

/** Set when a person becomes a client, by the house alone. */
const keptByTheHouse: readonly Part[] = ['personal-code', 'case'];
const ownKeeping: readonly Part[] = [
  'contact',
  'education',
  'skills',
  'languages',
  'licences',
  'wishes',
  'travel-area',
  'consents',
  'outcomes',
];

/** The fields of this person that the viewer may see at this instant. */
export function fieldsOpenTo(viewer: Viewer, relation: Relation, now: Date): ConsentField[] {
  return consentFields.filter((field) => mayRead(viewer, field, relation, now).permit);
}

function isConsentField(part: Part): part is ConsentField {
  return (consentFields as readonly string[]).includes(part);
}

function covers(consent: ConsentFact, viewer: Viewer, field: ConsentField, now: Date): boolean {
  if (!consent.fields.includes(field) || !isInForce(consent, now)) return false;
  if (viewer.role === 'business')
    return consent.step === 1 && consent.receiverOrganisationId === viewer.organisationId;
  return (
    consent.step === 2 &&
    viewer.companyId !== undefined &&
    (consent.receiverCompanyId === viewer.companyId || consent.attendingCompanyIds.includes(viewer.companyId))
  );
}

/** In force: given, not withdrawn, not ended; step 2 also needs its step 1 in force, and an event that has not closed. */
export function isInForce(consent: ConsentFact, now: Date): boolean {
  const at = now.getTime();
  const within = (from: string, to: string, withdrawn: string | null) =>
    withdrawn === null && Date.parse(from) <= at && at < Date.parse(to);
  if (!within(consent.givenAt, consent.validTo, consent.withdrawnAt)) return false;
  if (consent.step === 2) {
    const base = consent.base;
    if (!base || !within(base.givenAt, base.validTo, base.withdrawnAt)) return false;
  }
  return consent.eventClosesAt === null || at < Date.parse(consent.eventClosesAt);
}
