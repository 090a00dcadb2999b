import { placeFields } from '#kernel/consent-fields.ts';
import { isInForce } from '#kernel/consent-state.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { conditions } from './conditions.ts';
import { type Decision, deny, permit } from './decision.ts';
import { type ConsentField, consentFields, isConsentField, type Part } from './parts.ts';
import type { ConsentFact, OpeningFact, Relation } from './relation.ts';
import { conditionOf } from './rights.ts';

/**
 * May the viewer read this part of this person's data at this instant? Core rules first: nothing overrides an own or a
 * relative's file, a protected address or the lack of consent (design.md section 4; requirements.md D3).
 */
export function mayRead(viewer: Viewer, part: Part, relation: Relation, now: Date): Decision {
  return personRule(viewer, part, 'read', relation, now);
}

/**
 * May the viewer add, change or remove this part? Receivers of a share profile never may. A sensitive note is its
 * author's and the person's; whose it is, is seen row by row (row-level security of `clients.note`).
 */
export function mayWrite(viewer: Viewer, part: Part, relation: Relation, now: Date): Decision {
  const decision = personRule(viewer, part, 'write', relation, now);
  const readBy = conditionOf(viewer.role, `person.${part}:read`);
  if (decision.permit || decision.reason !== 'role-may-not' || !(readBy === 'self' || asWorker.has(readBy)))
    return decision;
  const reading = mayRead(viewer, part, relation, now);
  return reading.permit ? decision : reading;
}

const asWorker: ReadonlySet<unknown> = new Set(['case', 'team', 'author']);

function personRule(
  viewer: Viewer,
  part: Part,
  act: 'read' | 'write',
  relation: Relation,
  now: Date,
): Decision {
  if (viewer.role === 'system') return permit;
  if (viewer.role === 'public') return deny('sign-in-needed');
  const when = conditionOf(viewer.role, `person.${part}:${act}`);
  if (when === 'self') return relation.self ? permit : deny(conditions.self.reason);
  if (relation.conflict) return deny('own-or-relatives-file');
  if (when === undefined) return deny('role-may-not');
  if (when === 'emergency' || (asWorker.has(when) && !relation.caseWorker)) {
    const opens = act === 'read' && conditionOf(viewer.role, `person.${part}:open`) !== undefined;
    if (!opens || openingOf(relation, now) === undefined) return deny(conditions[when].reason);
    return relation.nonDisclosure ? deny('protected-address') : permit;
  }
  if (asWorker.has(when)) {
    const hidden = part === 'contact' || part === 'municipality';
    return hidden && relation.nonDisclosure && !relation.addressGrant ? deny('protected-address') : permit;
  }
  if (!isConsentField(part)) return deny('role-may-not');
  if ((placeFields as readonly Part[]).includes(part) && relation.nonDisclosure)
    return deny('protected-address');
  return relation.consents.some((consent) => covers(consent, viewer, part, now))
    ? permit
    : deny(conditions[when].reason);
}

/** May the viewer read it by what binds the two, and not by a file opened with a reason? */
export function mayReadByRelation(viewer: Viewer, part: Part, relation: Relation, now: Date): Decision {
  return mayRead(viewer, part, { ...relation, openings: [] }, now);
}

/** The opening by which the viewer reads this file at this instant, the one that lasts longest; undefined when there is none. */
export function openingOf({ openings }: Pick<Relation, 'openings'>, now: Date): OpeningFact | undefined {
  return openings
    .filter(({ from, to }) => Date.parse(from) <= now.getTime() && now.getTime() < Date.parse(to))
    .sort((a, b) => Date.parse(b.to) - Date.parse(a.to))[0];
}

/** The fields of this person that the viewer may see at this instant. */
export function fieldsOpenTo(viewer: Viewer, relation: Relation, now: Date): ConsentField[] {
  return consentFields.filter((field) => mayRead(viewer, field, relation, now).permit);
}

function covers(consent: ConsentFact, viewer: Viewer, field: ConsentField, now: Date): boolean {
  if (!consent.fields.includes(field) || !isInForce(consent, now)) return false;
  if (conditionOf(viewer.role, `person.${field}:read`) === 'consent-1')
    return consent.step === 1 && consent.receiverOrganisationId === viewer.organisationId;
  return (
    consent.step === 2 &&
    viewer.companyId !== undefined &&
    (consent.receiverCompanyId === viewer.companyId || consent.attendingCompanyIds.includes(viewer.companyId))
  );
}
