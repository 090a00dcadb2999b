import type { Declared, Difference } from './shape.ts';

/** Who meets people that another worker answers for: emergency access beyond the cell of the table that names it. */
export const metByAdvisers: Difference = {
  roles: ['expert', 'joint-emp'],
  when: 'emergency',
  why: 'An adviser of the employment services meets whoever comes when the own worker cannot be reached; note ² binds them alike.',
};

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
  /** Opening a file without a relation, for hours and with a reason (note ² of the table). */
  'files:open': { of: ['B', 'reads'], only: ['emergency'], but: [metByAdvisers] },
  /** The list of them: one's own, those of the own clients' files, and the officer's all. */
  'openings:read': {
    of: ['B', 'reads'],
    only: ['case', 'team', 'emergency'],
    but: [
      {
        roles: ['dpo'],
        when: 'always',
        why: 'Whoever watches over the use of persons’ data sees each opening of a file and each grant, and no file by it.',
      },
    ],
  },
  /** Looking afterwards at every file that was opened so, and at every grant for a protected address. */
  'openings:review': {
    of: ['G', 'reads'],
    only: ['always'],
    but: [
      {
        roles: ['access-admin'],
        when: 'never',
        why: 'Whether a file was rightly opened is for the officer who watches over the use of persons’ data.',
      },
    ],
  },
  /** Asking that a named worker may see a protected address (note ¹ of the table), and taking it back. */
  'protected:ask': { of: ['T', 'reads'], only: ['grant'], under: 'case' },
  'protected:decide': {
    but: [
      {
        roles: ['area-manager'],
        when: 'always',
        why: 'The second pair of eyes: whoever leads the teams decides on the grant that a worker of the case has asked for, and sees no address by it.',
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
  /** Records past their time: looks them over, holds one back, proposes that they go; another of them confirms. */
  'retention:review': {
    but: [
      {
        roles: ['dpo', 'area-manager'],
        when: 'always',
        why: 'The officer watches over that nothing is kept too long (GDPR 39), the manager answers for the register; what goes needs two people, and no file opens with it.',
      },
    ],
    system: true,
  },
  'own-log:ask': { of: ['G', 'reads'], only: ['self'] },
} as const satisfies Record<string, Declared>;
