import type { Declared, Difference } from './shape.ts';

const notClients: Difference = {
  roles: ['client'],
  when: 'never',
  why: 'The work of the network; a jobseeker reads what is published of it.',
};
const inNetwork: readonly Difference[] = [
  notClients,
  {
    roles: ['dpo', 'access-admin'],
    when: 'never',
    why: 'They watch over the service, not over the programme; the published reports are open to them.',
  },
];

/** Figures, pilots, projects, programmes, bodies and their meetings, events, and documents brought in. */
export const steering = {
  'figures:read': { of: ['A', 'reads'], but: [notClients] },
  'pilots:pick': {
    but: [
      {
        roles: ['area-manager', 'project'],
        when: 'always',
        why: 'The service weighs everybody; those who steer get points and reasons without names (SKI-02, SKI-03).',
      },
    ],
  },
  'pilots:read-picking': {
    but: [
      {
        roles: ['area-manager', 'project'],
        when: 'always',
        why: 'Points and reasons without names (SKI-02, SKI-03).',
      },
      {
        roles: ['expert', 'youth'],
        when: 'case',
        why: 'Names are seen by the worker who answers for the person.',
      },
    ],
  },

  'projects:read': { of: ['M', 'reads'] },
  'projects:read-all': { of: ['M', 'reads'], only: ['always'] },
  'projects:start': { of: ['M', 'writes'], only: ['always'] },
  'projects:write': {
    of: ['M', 'writes'],
    only: ['always'],
    but: [
      {
        roles: ['project'],
        when: 'own-project',
        why: 'A project manager answers for the own organisation’s projects and reads the others’.',
      },
    ],
  },
  /** Whose money it is, or who answers for it: told of on the first page. */
  'projects:follow': {
    of: ['M', 'writes'],
    only: ['always'],
    but: [
      {
        roles: ['funder'],
        when: 'funded-project',
        why: 'A funder is told when a report of its own is near.',
      },
    ],
  },
  'company-tests:read': {
    but: [
      {
        roles: ['project', 'area-manager'],
        when: 'always',
        why: 'What companies answered before and after a project is counted by those who steer it.',
      },
    ],
  },
  'company-tests:write': {
    but: [
      {
        roles: ['project'],
        when: 'own-project',
        why: 'What companies answered is a company relation (class C), and the work of the project that asked.',
      },
    ],
  },

  'programmes:read': { of: ['O', 'reads'], but: inNetwork },
  'programmes:begin': {
    but: [
      {
        roles: ['area-manager', 'board'],
        when: 'always',
        why: 'The area manager keeps programmes together with the secretaries of their boards.',
      },
    ],
    system: true,
  },
  'programmes:write': {
    but: [
      { roles: ['area-manager'], when: 'always', why: 'Answers for the programmes of the area.' },
      {
        roles: ['board'],
        when: 'own-organisation',
        why: 'The secretary’s work on the programme of the own organisation.',
      },
    ],
    system: true,
  },
  /** Anybody who works in a member organisation proposes (PRO-15). */
  'programmes:propose': { of: ['O', 'reads'], under: 'member-organisation', but: inNetwork },
  'goals:write': { of: ['O', 'reads'], under: 'coordinator', but: inNetwork },
  'goals:write-for-organisation': {
    but: [
      {
        roles: ['area-manager', 'board', 'project'],
        when: 'own-organisation',
        why: 'Where a coordinator has named nobody, those who steer in its organisation write for it.',
      },
    ],
  },

  'bodies:read': { of: ['O', 'reads'], but: [notClients] },
  'bodies:sit': {
    of: ['O', 'reads'],
    but: [
      notClients,
      { roles: ['funder'], when: 'always', why: 'A funder sits in the steering group of what it funds.' },
    ],
  },
  'bodies:found': {
    of: ['M', 'writes'],
    only: ['secretary'],
    under: 'always',
    but: [{ roles: ['project'], when: 'always', why: 'A project founds its own steering group.' }],
    system: true,
  },
  'bodies:take': {
    of: ['M', 'writes'],
    only: ['secretary'],
    under: 'own-body',
    but: [
      { roles: ['project'], when: 'own-body', why: 'The secretary of a steering group is of the project.' },
    ],
  },
  'bodies:name-secretary': {
    but: [
      {
        roles: ['area-manager'],
        when: 'always',
        why: 'A body that was read from a document has nobody; the one who answers for the area says who keeps it.',
      },
    ],
  },
  'bodies:write': {
    of: ['M', 'writes'],
    only: ['secretary'],
    but: [
      { roles: ['project'], when: 'secretary', why: 'The secretary of a steering group is of the project.' },
    ],
  },

  'events:write': { of: ['O', 'writes'] },
  'events:write-costs': { of: ['M', 'writes'], only: ['always'] },
  'events:read-costs': { of: ['M', 'reads'], only: ['always'] },
  'events:read-companies': {
    of: ['C', 'reads'],
    only: ['always'],
    but: [
      {
        roles: ['business', 'youth'],
        when: 'always',
        why: 'Those who bring companies and people together at an event see who came.',
      },
    ],
  },

  'intake:write': {
    of: ['M', 'writes'],
    only: ['always'],
    but: [
      {
        roles: ['area-manager', 'board'],
        when: 'always',
        why: 'Brings in a programme or a decision; what a document becomes is written by the rights of its own room.',
      },
    ],
    system: true,
  },
} as const satisfies Record<string, Declared>;
