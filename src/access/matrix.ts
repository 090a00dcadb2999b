import type { Role } from '#kernel/viewer.ts';
import type { Condition } from './conditions.ts';
import { isConsentField, type Part } from './parts.ts';

/** Classes of data, as the matrix of roles knows them (requirements.md D3). */
export const dataClasses = {
  P: 'public',
  A: 'aggregates (cells of at least 5)',
  O: 'organisations and contacts',
  C: 'company relations',
  H: 'hidden jobs',
  B: 'client basics',
  L: 'plan and tasks',
  N: 'ordinary case notes',
  S: 'sensitive notes (health, social)',
  K: 'share profile',
  T: 'protected address',
  M: 'project money',
  G: 'audit log',
} as const;
export type DataClass = keyof typeof dataClasses;

/** What a cell of the matrix can say: its sign, and what reading and writing need. Nothing else can be said. */
export const forms = {
  none: { sign: '–', reads: 'never', writes: 'never' },
  read: { sign: 'r', reads: 'always', writes: 'never' },
  write: { sign: 'r w', reads: 'always', writes: 'always' },
  own: { sign: 'own', reads: 'self', writes: 'never' },
  'own-write': { sign: 'own w', reads: 'self', writes: 'self' },
  case: { sign: 'case', reads: 'case', writes: 'never' },
  'case-write': { sign: 'case w', reads: 'case', writes: 'case' },
  'case-minimum': { sign: 'case (minimum)', reads: 'case-minimum', writes: 'never' },
  'case-tasks': { sign: 'case tasks', reads: 'case-tasks', writes: 'never' },
  'case-service-write': { sign: 'case w (own service)', reads: 'case-service', writes: 'case-service' },
  'team-write': { sign: 'team w', reads: 'team', writes: 'team' },
  'own-part': { sign: 'own part', reads: 'authority-part', writes: 'never' },
  'own-part-write': { sign: 'own part w', reads: 'authority-part', writes: 'authority-part' },
  'own-notes': { sign: 'own notes', reads: 'author', writes: 'author' },
  'consent-1': { sign: 'cons (step 1)', reads: 'consent-1', writes: 'never' },
  'consent-2': { sign: 'cons (step 2)', reads: 'consent-2', writes: 'never' },
  consent: { sign: 'cons', reads: 'consent', writes: 'never' },
  'own-consent': { sign: 'cons (own)', reads: 'own-consent', writes: 'never' },
  'own-students': { sign: 'own students cons', reads: 'own-students', writes: 'never' },
  'unit-write': { sign: 'unit w', reads: 'unit', writes: 'unit' },
  'own-company': { sign: 'own company', reads: 'own-company', writes: 'never' },
  network: { sign: 'network', reads: 'network', writes: 'never' },
  counts: { sign: 'agg', reads: 'counts', writes: 'never' },
  pseudonymous: { sign: 'pseudonymous extract', reads: 'pseudonymous', writes: 'never' },
  cohort: { sign: 'pilot cohort cons', reads: 'cohort', writes: 'never' },
  participants: { sign: 'participant extract only', reads: 'participants', writes: 'never' },
  'funded-project': { sign: 'r (own project)', reads: 'funded-project', writes: 'never' },
  secretary: { sign: 'r (w secretary items)', reads: 'always', writes: 'secretary' },
  request: { sign: 'on request', reads: 'request', writes: 'never' },
  receipts: { sign: 'receipts', reads: 'receipts', writes: 'never' },
  'own-too': { sign: 'r (own actions too)', reads: 'always', writes: 'never' },
  grant: { sign: '– ¹', reads: 'grant', writes: 'never' },
  emergency: { sign: '– ²', reads: 'emergency', writes: 'never' },
} as const satisfies Record<
  string,
  { sign: string; reads: Condition | 'never'; writes: Condition | 'never' }
>;
export type Form = keyof typeof forms;

type Row = Readonly<Record<DataClass, Form>>;
// biome-ignore format: thirteen places, one line
type Places = readonly [P: Form, A: Form, O: Form, C: Form, H: Form, B: Form, L: Form, N: Form, S: Form, K: Form, T: Form, M: Form, G: Form];

const row = (...places: Places): Row =>
  Object.fromEntries(Object.keys(dataClasses).map((name, at) => [name, places[at]])) as Row;

/** Who may what, role by role, in the order P A O C H B L N S K T M G. Default deny: what is not here is not permitted. */
// biome-ignore format: a table
export const matrix: Readonly<Record<Role, Row>> = {
  //                        P        A        O        C              H              B               L             N                     S                 K            T        M              G
  client:             row('read',  'read',  'read',  'none',        'own-consent', 'own',          'own',        'own',                'own',            'own-write', 'own',   'none',        'own'),
  expert:             row('read',  'read',  'read',  'read',        'read',        'case-write',   'case-write', 'case-write',         'own-notes',      'case-write','grant', 'none',        'none'),
  'joint-emp':        row('read',  'read',  'read',  'read',        'read',        'case',         'team-write', 'team-write',         'own-part',       'case',      'grant', 'none',        'none'),
  'joint-sote':       row('read',  'read',  'read',  'none',        'none',        'case',         'team-write', 'team-write',         'own-part-write', 'none',      'grant', 'none',        'none'),
  'joint-kela':       row('read',  'read',  'read',  'none',        'none',        'case',         'team-write', 'team-write',         'own-part-write', 'none',      'grant', 'none',        'none'),
  youth:              row('read',  'read',  'read',  'none',        'read',        'case-write',   'case-write', 'case-write',         'own-notes',      'case',      'grant', 'none',        'none'),
  'immigrant-adviser':row('read',  'read',  'read',  'none',        'none',        'case-write',   'case',       'case-write',         'none',           'none',      'grant', 'none',        'none'),
  business:           row('read',  'read',  'write', 'unit-write',  'write',       'consent-1',    'none',       'none',               'none',           'consent-1', 'none',  'none',        'none'),
  employer:           row('read',  'none',  'none',  'own-company', 'own-company', 'none',         'none',       'none',               'none',           'consent-2', 'none',  'none',        'none'),
  agency:             row('read',  'none',  'none',  'own-company', 'none',        'none',         'none',       'none',               'none',           'consent',   'none',  'none',        'none'),
  school:             row('read',  'read',  'read',  'network',     'none',        'own-students', 'none',       'none',               'none',           'consent',   'none',  'none',        'none'),
  provider:           row('read',  'none',  'read',  'none',        'none',        'case-minimum', 'case-tasks', 'case-service-write', 'none',           'none',      'none',  'none',        'none'),
  'area-manager':     row('read',  'read',  'write', 'read',        'read',        'emergency',    'none',       'none',               'none',           'none',      'none',  'read',        'none'),
  'decision-maker':   row('read',  'read',  'read',  'none',        'none',        'none',         'none',       'none',               'none',           'none',      'none',  'read',        'none'),
  board:              row('read',  'read',  'read',  'none',        'none',        'none',         'none',       'none',               'none',           'none',      'none',  'secretary',   'none'),
  project:            row('read',  'read',  'write', 'read',        'read',        'cohort',       'none',       'none',               'none',           'none',      'none',  'write',       'none'),
  controller:         row('read',  'read',  'read',  'none',        'none',        'none',         'none',       'none',               'none',           'none',      'none',  'write',       'none'),
  funder:             row('read',  'read',  'none',  'none',        'none',        'participants', 'none',       'none',               'none',           'none',      'none',  'funded-project', 'none'),
  comms:              row('write', 'read',  'read',  'none',        'none',        'none',         'none',       'none',               'none',           'none',      'none',  'none',        'none'),
  analyst:            row('read',  'write', 'read',  'counts',      'counts',      'pseudonymous', 'none',       'none',               'none',           'none',      'none',  'read',        'none'),
  dpo:                row('read',  'read',  'read',  'none',        'none',        'request',      'none',       'none',               'none',           'receipts',  'none',  'none',        'read'),
  'access-admin':     row('read',  'none',  'read',  'none',        'none',        'none',         'none',       'none',               'none',           'none',      'none',  'none',        'own-too'),
  operator:           row('none',  'none',  'none',  'none',        'none',        'none',         'none',       'none',               'none',           'none',      'none',  'none',        'none'),
};

/** The notes under the table. */
export const footnotes = {
  grant:
    '¹ Protected address: only a worker with a named grant for that person that ends. All others are told that it is protected; the home municipality and the travel area are protected with it.',
  emergency:
    '² Emergency access needs a stated reason, ends in hours, and is told at once to the data protection officer and to the person. Nothing is written by it, and it opens no own or relative’s file and nobody who is protected.',
} as const;

/** The rules that stand beside the table. */
export const rulesBeside = [
  'Default deny: what no rule permits is denied, and the denial has a reason that is logged.',
  'A role is held in an organisation for a period; a viewer acts in one role at a time.',
  'Nobody grants rights to oneself (a constraint of `access.role_assignment`).',
  'Nobody sees an own file as a worker, nor a declared relative’s. Nothing overrides this, a protected address, or the lack of consent.',
  'Lists, searches and counts obey the same rule as a single record: row-level security repeats it under every query.',
  'Counts shown to anybody obey the rule of small cells: under 5 is hidden, also against subtraction.',
] as const;

/** Conditions whose room is not there yet. Until it is, their cells deny. */
export const notOpenYet: Readonly<Partial<Record<Condition, string>>> = {
  'authority-part': 'the room of joint services, where each authority has its own part',
  'case-minimum': 'the room of service providers',
  'case-tasks': 'the room of service providers',
  'case-service': 'the room of service providers',
  consent: 'agencies and schools as receivers of a consent',
  'own-students': 'schools and their students',
  network: 'the network of schools',
  pseudonymous: 'extracts for analysts',
  cohort: 'the participants’ register of a project',
  participants: 'the extract of participants for a funder',
  request: 'the data protection officer’s reading on a person’s request',
  receipts: 'the data protection officer’s page of receipts',
  counts: 'tables for analysts',
};

/** Roles that no room knows yet as workers of a person; `team` is open to the one who answers for the case. */
export const rolesNotOpenYet: readonly Role[] = ['joint-sote', 'joint-kela'];

/** Parts of a person’s data by class; what is received by consent is a share profile. */
export const partsOfClass: Readonly<Partial<Record<DataClass, readonly Part[]>>> = {
  B: ['name', 'contact', 'municipality', 'education', 'basics', 'personal-code', 'case'],
  L: ['tasks', 'outcomes'],
  N: ['notes'],
  S: ['sensitive-notes'],
  K: ['skills', 'languages', 'licences', 'wishes', 'travel-area', 'mapping-history', 'consents'],
};

/** The class that a part of a person’s data belongs to for a role: to an employer everything shared is a profile. */
export function classOf(part: Part, role: Role): DataClass {
  const [own] = Object.entries(partsOfClass).find(([, held]) => held.includes(part)) as [DataClass, unknown];
  return matrix[role][own] === 'none' && isConsentField(part) ? 'K' : own;
}
