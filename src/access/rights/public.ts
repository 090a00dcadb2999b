import type { Declared, Difference } from './shape.ts';

const operatorToo: Difference = {
  roles: ['operator'],
  when: 'always',
  why: 'What everybody who has signed in may see is public; an operator loses nothing by signing in.',
};
/** Everybody who has signed in. */
const signedIn = { of: ['P', 'reads'], but: [operatorToo] } as const satisfies Declared;

const notPublic: Difference = {
  roles: ['client', 'decision-maker', 'provider'],
  when: 'never',
  why: 'Questions are answered by staff (COM-02).',
};

/** Services, events, communication, the log of the service itself, and what everybody reads. */
export const open = {
  'signed-in:use': signedIn,
  'services:read': signedIn,
  'events:read': signedIn,
  'pilots:read': signedIn,
  'to-read:use': signedIn,
  'bulletins:read': signedIn,
  'public:read': signedIn,

  'services:write': { of: ['O', 'writes'] },
  'services:write-words': {
    of: ['O', 'writes'],
    but: [
      {
        roles: ['provider'],
        when: 'own-service',
        why: 'A provider says in its own words what it gives (NET-09).',
      },
    ],
  },

  'bulletins:write': {
    of: ['P', 'writes'],
    but: [
      {
        roles: ['project'],
        when: 'always',
        why: 'A project tells of itself (001:23), with an approver as everybody else.',
      },
    ],
  },
  'bulletins:approve': {
    of: ['P', 'writes'],
    but: [
      {
        roles: ['area-manager', 'board'],
        when: 'always',
        why: 'Nothing goes out without an approver other than its author (COM-09); these approve, and write nothing.',
      },
    ],
  },
  'questions:answer': { of: ['O', 'reads'], but: [notPublic] },
  'questions:receive': { of: ['P', 'writes'] },
  'questions:share': {
    of: ['P', 'writes'],
    but: [{ roles: ['area-manager'], when: 'always', why: 'Shares out questions that nobody has yet.' }],
  },
  'communication-plan:read': {
    of: ['O', 'reads'],
    but: [
      { roles: ['client', 'provider'], when: 'never', why: 'A plan of work; what comes of it is published.' },
    ],
  },
  'bulletins:receive': {
    but: [
      {
        roles: [
          'client',
          'expert',
          'youth',
          'immigrant-adviser',
          'business',
          'employer',
          'school',
          'provider',
          'area-manager',
          'decision-maker',
          'board',
          'project',
        ],
        when: 'always',
        why: 'The groups of people whom a bulletin can be addressed to.',
      },
    ],
  },

  'accounts:write': {
    but: [
      {
        roles: ['access-admin'],
        when: 'always',
        why: 'Whoever administers access opens the accounts and gives the roles; the first one is made by a command.',
      },
    ],
  },

  /** Organisations of the network and whom to call in them (NET-33). */
  'organisations:write': {
    but: [
      {
        roles: ['access-admin', 'area-manager'],
        when: 'always',
        why: 'A role is held in an organisation, so whoever gives roles keeps the organisations, together with the area manager.',
      },
    ],
    system: true,
  },

  /** The privacy notice and the accessibility statement, which the area gives in its own name. */
  'statements:write': {
    but: [
      {
        roles: ['dpo', 'area-manager'],
        when: 'always',
        why: 'The officer answers for what is said of personal data, the manager for the area.',
      },
    ],
    system: true,
  },

  'service-state:read': {
    but: [
      {
        roles: ['access-admin', 'operator'],
        when: 'always',
        why: 'Whoever keeps the service running sees how much it holds; the one count of people is the whole area’s.',
      },
    ],
  },
  'vocabulary:import': {
    but: [
      {
        roles: ['operator'],
        when: 'always',
        why: 'Loading a classification is upkeep; it touches nobody’s data.',
      },
    ],
    system: true,
  },
  'api-steering:use': { of: ['M', 'reads'], only: ['always'] },
} as const satisfies Record<string, Declared>;
