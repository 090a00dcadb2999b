import type { DenyReason } from './decision.ts';

/**
 * What has to bind a viewer to the data before a right is one, with the reason that is told when it is not there.
 * `always` is the role alone.
 */
export const conditions = {
  always: { words: 'the role alone', reason: 'role-may-not' },
  self: { words: 'own data', reason: 'no-relation' },
  case: { words: 'answers for the case', reason: 'no-relation' },
  'case-minimum': { words: 'in the case, the least that is needed', reason: 'no-relation' },
  'case-tasks': { words: 'in the case, own tasks', reason: 'no-relation' },
  'case-service': { words: 'in the case, own service', reason: 'no-relation' },
  team: { words: 'answers for the case in a joint service', reason: 'no-relation' },
  'authority-part': { words: 'own authority’s part of a joint case', reason: 'no-relation' },
  author: { words: 'in the case, what one has written', reason: 'no-relation' },
  'consent-1': { words: 'a consent of step 1 to the own organisation in force', reason: 'no-consent' },
  'consent-2': { words: 'a consent of step 2 to the own company in force', reason: 'no-consent' },
  consent: { words: 'a consent in force', reason: 'no-consent' },
  'own-consent': { words: 'has given a consent of step 1', reason: 'no-consent' },
  'own-students': { words: 'own students who have consented', reason: 'no-consent' },
  unit: { words: 'a company that the own organisation handles', reason: 'not-own-unit' },
  'own-company': { words: 'own company', reason: 'not-own-company' },
  network: { words: 'companies of the own network', reason: 'not-own-organisation' },
  'own-organisation': { words: 'what belongs to the own organisation', reason: 'not-own-organisation' },
  'member-organisation': { words: 'works in a member organisation', reason: 'not-own-organisation' },
  'own-body': { words: 'sits in the body or works where it belongs', reason: 'not-own-organisation' },
  'own-service': { words: 'a service that the own organisation gives', reason: 'not-own-organisation' },
  coordinator: { words: 'writes for a coordinator of the goal', reason: 'no-relation' },
  secretary: { words: 'secretary of the body', reason: 'not-secretary' },
  'own-project': {
    words: 'a project of the own organisation, or named to it',
    reason: 'not-own-organisation',
  },
  'funded-project': { words: 'a project that the own organisation funds', reason: 'not-own-organisation' },
  counts: { words: 'counts only', reason: 'role-may-not' },
  pseudonymous: { words: 'an extract without names', reason: 'role-may-not' },
  cohort: { words: 'participants of the own pilot who have consented', reason: 'no-consent' },
  participants: { words: 'an extract of participants', reason: 'role-may-not' },
  request: { words: 'at the person’s request', reason: 'no-relation' },
  receipts: { words: 'receipts of consents', reason: 'role-may-not' },
  grant: { words: 'a grant for this person that ends', reason: 'protected-address' },
  emergency: { words: 'a file opened with a reason, until its hour', reason: 'no-relation' },
} as const satisfies Record<string, { words: string; reason: DenyReason }>;
export type Condition = keyof typeof conditions;
