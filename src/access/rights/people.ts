import type { Declared } from './shape.ts';

/** Rights to persons’ data beyond its parts (which follow the matrix part by part), and to its log. */
export const people = {
  'own-page:use': { of: ['B', 'reads'], only: ['self'] },
  'caseload:read': { of: ['B', 'reads'], only: ['case', 'team'] },
  'clients:register': { of: ['B', 'writes'], only: ['case'], under: 'always' },
  'caseload:manage': {
    but: [
      {
        roles: ['area-manager'],
        when: 'always',
        why: 'Whoever leads the teams divides the work: sees whose clients by name and whose turn it is, hands over and sets a substitute. No file opens with it.',
      },
    ],
  },
  'presence:write': { of: ['L', 'writes'], only: ['case', 'team'] },
  'colleagues:read': {
    of: ['O', 'reads'],
    only: ['always'],
    but: [
      {
        roles: ['client', 'decision-maker', 'provider'],
        when: 'never',
        why: 'Names of staff and of their roles are for those who work together; others see a position.',
      },
    ],
  },
  'own-notes:read': { of: ['S', 'reads'], only: ['author'] },
  'jobs-of-person:read': { of: ['K', 'reads'], only: ['self', 'case'] },
  'shared-people:read': { of: ['K', 'reads'], only: ['consent-1', 'consent-2'] },
  'consent:ask': { of: ['K', 'reads'], only: ['consent-1'] },
  'log:search': {
    of: ['G', 'reads'],
    only: ['always'],
    but: [
      {
        roles: ['access-admin'],
        when: 'never',
        why: 'What rights were given stands in the log of rights; the log of persons is for the officer who watches over it.',
      },
    ],
  },
  'log-of-person:read': {
    of: ['G', 'reads'],
    but: [
      {
        roles: ['access-admin'],
        when: 'never',
        why: 'A person’s log is the person’s own and the data protection officer’s.',
      },
    ],
  },
  'log-of-rights:read': {
    but: [
      {
        roles: ['access-admin'],
        when: 'always',
        why: 'Who was given which right, and what the administrator did: “own actions too” in the table.',
      },
    ],
  },
  /** What a person asks of the own data: whoever answers for the case, and the data protection officer, answers. */
  'data-requests:answer': {
    of: ['B', 'writes'],
    only: ['case'],
    but: [
      {
        roles: ['dpo'],
        when: 'always',
        why: 'Requests of data subjects are the officer’s to watch over (GDPR 39).',
      },
    ],
  },
  'own-log:ask': { of: ['G', 'reads'], only: ['self'] },
} as const satisfies Record<string, Declared>;
