import type { Declared } from './shape.ts';

/** Companies, their needs, the people who suit them, and introductions. */
export const employers = {
  'companies:list': { of: ['C', 'reads'], only: ['always', 'unit'] },
  'companies:read': { of: ['C', 'reads'] },
  'companies:register': { of: ['C', 'writes'] },
  'companies:write': { of: ['C', 'writes'] },
  'companies:note': {
    of: ['C', 'writes'],
    but: [
      {
        roles: ['expert', 'joint-emp'],
        when: 'always',
        why: 'Local knowledge is written by both services (JOB-21).',
      },
    ],
  },
  'own-company:use': { of: ['H', 'reads'], only: ['own-company'] },
  'needs:list': { of: ['H', 'reads'], only: ['always'] },
  'needs:read': { of: ['H', 'reads'], only: ['always', 'own-company'], system: true },
  'needs:note': { of: ['H', 'writes'] },
  'needs:write': {
    of: ['H', 'writes'],
    but: [
      {
        roles: ['employer'],
        when: 'own-company',
        why: 'An employer corrects its own needs and says itself that one has ended or been filled; “own” in the table does not say it.',
      },
    ],
  },
  'people-for-need:read': {
    of: ['H', 'reads'],
    only: ['always'],
    but: [
      {
        roles: ['area-manager', 'project'],
        when: 'never',
        why: 'They see needs and counts; a person is shown by consent or case only.',
      },
    ],
  },
  'people-for-need:count': { of: ['K', 'reads'], only: ['consent-1'] },
  'introductions:read': {
    of: ['K', 'reads'],
    only: ['self', 'case', 'consent-1', 'consent-2'],
    but: [
      {
        roles: ['joint-emp'],
        when: 'never',
        why: 'The adviser who introduces follows it; on the person’s page a joint-service member sees how it stands.',
      },
    ],
  },
  'introductions:write': {
    of: ['K', 'reads'],
    only: ['case', 'consent-1'],
    but: [
      {
        roles: ['joint-emp'],
        when: 'never',
        why: 'A joint-service member agrees on plans; introducing is the employment service’s own work.',
      },
    ],
  },
  'introductions:answer': { of: ['K', 'reads'], only: ['consent-2'] },
} as const satisfies Record<string, Declared>;
