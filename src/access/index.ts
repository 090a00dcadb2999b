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
export {
  type ConsentField,
  consentFields,
  fieldsOpenTo,
  isInForce,
  mayKeep,
  mayRead,
  type Part,
  parts,
} from './person-rules.ts';
export { anybody, anySignedIn, inRole, keepsPerson, ownCompanyOr, readsPerson, system } from './policies.ts';
export { type ConsentFact, type Relation, relationTo } from './relation.ts';
export {
  actingAsSystem,
  type Handle,
  type House,
  type Purpose,
  purposes,
  withHandle,
} from './viewer-handle.ts';
