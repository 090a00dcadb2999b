export { type Condition, conditions } from './conditions.ts';
export {
  type Decision,
  type DenyReason,
  deny,
  denyReasons,
  every,
  type Policy,
  permit,
  some,
} from './decision.ts';
export { type ConsentField, consentFields, isConsentField, type Part, parts } from './parts.ts';
export { fieldsOpenTo, mayRead, mayReadByRelation, mayWrite, openingOf } from './person-rules.ts';
export {
  anybody,
  anySignedIn,
  holds,
  may,
  ofCompany,
  readsByRelation,
  readsPerson,
  system,
  type Way,
  writesPerson,
} from './policies.ts';
export { mayHavePurpose, purposeFor } from './purposes.ts';
export { type ConsentFact, type Relation, relationTo } from './relation.ts';
export { can, conditionOf, isSelf, type Right, rightsOf, rolesGivenByTwo, rolesWith } from './rights.ts';
export { rightsScript } from './rights-sql.ts';
export {
  type App,
  actingAsSystem,
  inTransactionAs,
  type Purpose,
  purposes,
  type ViewerContext,
} from './viewer-context.ts';
