/** How an account stands: what the list of accounts can be narrowed to. */
export const accountStates = ['open', 'no-role', 'inactive', 'waiting', 'closed'] as const;
export type AccountState = (typeof accountStates)[number];

export const accountSorts = ['name', 'signed-in'] as const;

/** How a role stands today. */
export const roleStates = ['in-force', 'coming', 'ended'] as const;
export type RoleState = (typeof roleStates)[number];

/** What became of a proposal of a role that two have to agree on. */
export const decisions = ['approved', 'refused', 'withdrawn', 'lapsed'] as const;
export type Decision = (typeof decisions)[number];

/** By what the identity provider knows an account. */
export const keyKinds = ['subject', 'email'] as const;

/** The columns of a table of users, in the order of the template. */
export const importColumns = [
  'name',
  'subject',
  'email',
  'language',
  'role',
  'organisation',
  'from',
  'to',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What a row of a table of users does. */
export const importActs = [
  'open-and-give',
  'open',
  'give',
  'open-and-propose',
  'propose',
  'nothing',
] as const;
export type ImportAct = (typeof importActs)[number];

/** What is wrong in a cell of a table of users. */
export const importFaults = [
  'required',
  'column-missing',
  'not-an-email',
  'not-a-language',
  'not-a-role',
  'role-not-by-table',
  'not-an-organisation',
  'organisation-twice',
  'not-a-day',
  'day-past',
  'to-before-from',
  'said-twice',
  'own-rights',
  'account-closed',
  'name-differs',
  'key-taken',
  'role-held-already',
] as const;
export type ImportFault = (typeof importFaults)[number];

/** The steps by which an empty installation comes to "an adviser opens a new client". */
export const firstSteps = ['organisation', 'second-administrator', 'adviser', 'adviser-signs-in'] as const;
export type FirstStep = (typeof firstSteps)[number];
