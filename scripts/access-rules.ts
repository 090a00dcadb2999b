import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { z } from 'zod';
import type { Handle, House } from '#access';
import type { Tables } from '#db/tables.ts';
import { type Role, roles, type Viewer } from '#kernel/viewer.ts';
import type { UseCase } from '#use-case';
import {
  dataClasses,
  exceptions,
  footnotes,
  forms,
  matrix,
  notOpenYet,
  rolesNotOpenYet,
  rulesBeside,
} from '../src/access/matrix.ts';
import { consentFields } from '../src/access/person-rules.ts';
import type { ConsentFact, Relation } from '../src/access/relation.ts';
import { modules } from '../src/server/modules.ts';

const root = join(import.meta.dirname, '..');

/** What a policy says to a role: always, only with a relation or consent, or never. */
export type Answer = 'always' | 'tied' | 'never';

/** A use case with what its policy answers to every kind of viewer. */
export interface Walked {
  readonly name: string;
  readonly purpose: string;
  readonly audit: string;
  /** The policy as it is written, and where. */
  readonly policy: string;
  readonly file: string;
  readonly answers: Readonly<Record<Role | 'public' | 'system', Answer>>;
}

const now = new Date('2026-11-20T10:00:00Z');
const ids = { clientId: 'c1', companyId: 'k1', organisationId: 'o1' };
const period = { givenAt: '2026-11-01T08:00:00Z', validTo: '2027-05-01T00:00:00Z', withdrawnAt: null };
const consent = (step: 1 | 2): ConsentFact => ({
  step,
  fields: [...consentFields],
  receiverOrganisationId: step === 1 ? ids.organisationId : null,
  receiverCompanyId: step === 2 ? ids.companyId : null,
  attendingCompanyIds: [],
  eventClosesAt: null,
  ...period,
  base: step === 2 ? period : null,
});
const strangers: Omit<Relation, 'self'> = {
  exists: true,
  caseWorker: false,
  conflict: false,
  nonDisclosure: false,
  addressGrant: false,
  consents: [],
};
const bound = { ...strangers, caseWorker: true, addressGrant: true, consents: [consent(1), consent(2)] };

/** A database that knows nothing but the relation: what a policy asks besides it, it finds empty. */
function databaseOf(relation: Omit<Relation, 'self'>): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => ({
      rows: (query.sql.includes('access.facts_about') ? [{ facts: relation }] : []) as R[],
    }),
    async *streamQuery() {},
  };
  const idle = async () => {};
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: idle,
        acquireConnection: async () => connection,
        beginTransaction: idle,
        commitTransaction: idle,
        rollbackTransaction: idle,
        releaseConnection: idle,
        destroy: idle,
      }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function handleOf(role: Viewer['role'], own: boolean): Handle {
  const of = (id: string) => (own ? id : 'another');
  const viewer: Viewer = {
    accountId: role === 'public' || role === 'system' ? undefined : 'a1',
    name: '',
    role,
    organisationId: of(ids.organisationId),
    ...(role === 'employer' || role === 'agency' ? { companyId: of(ids.companyId) } : {}),
    ...(role === 'client' ? { clientId: of(ids.clientId) } : {}),
    language: 'fi',
  };
  const db = databaseOf(own ? bound : strangers);
  return { house: {} as House, viewer, purpose: 'upkeep', now, today: '2026-11-20', db };
}

async function answer(useCase: UseCase<z.ZodType, unknown, string>, role: Viewer['role']): Promise<Answer> {
  const said = async (own: boolean) => {
    const input = {
      ...ids,
      vacancyId: 'v1',
      introductionId: 'i1',
      pilotId: 'p1',
      text: '',
      sensitivity: 'ordinary',
    };
    return (await useCase.policy(handleOf(role, own), input)).permit;
  };
  if (await said(false)) return 'always';
  return (await said(true)) ? 'tied' : 'never';
}

/** Asks every use case of the house whom its policy lets through. */
export async function walkUseCases(): Promise<Walked[]> {
  const sources = readSources();
  const walked: Walked[] = [];
  const viewers = [...roles, 'public', 'system'] as const;
  for (const useCases of Object.values(modules)) {
    for (const useCase of Object.values(useCases as Record<string, UseCase<z.ZodType, unknown, string>>)) {
      const answers = {} as Record<(typeof viewers)[number], Answer>;
      for (const viewer of viewers) answers[viewer] = await answer(useCase, viewer);
      walked.push({
        name: useCase.name,
        purpose: useCase.purpose,
        audit: useCase.audit.kind,
        answers,
        ...placeOf(useCase.name, sources),
      });
    }
  }
  return walked.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readSources(): { file: string; text: string }[] {
  const folder = join(root, 'src/modules');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /use-cases[\\/][^.]*\.ts$/.test(file))
    .sort()
    .map((file) => ({
      file: relative(root, join(folder, file)).replaceAll('\\', '/'),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** The file that names the use case, and its policy in the words of the code. */
function placeOf(
  name: string,
  sources: readonly { file: string; text: string }[],
): { policy: string; file: string } {
  const found = sources.find(({ text }) => text.includes(`'${name}'`));
  if (!found) throw new Error(`No file of use cases names ${name}.`);
  const [, after = ''] = found.text.split(`'${name}'`);
  const written = /\bpolicy: ([\s\S]*?),\n {2}(?:\/\/|audit|refusals|run)/.exec(after)?.[1];
  const inline = /^, '[^']+', (\w+)\)/.exec(after)?.[1];
  return { file: found.file, policy: (inline ?? written ?? 'see the code').replace(/\s+/g, ' ').trim() };
}

const codes = Object.keys(dataClasses) as (keyof typeof dataClasses)[];

/** The page `docs/access-rules.md`, made from the matrix and from the policies themselves. */
export async function accessRulesPage(): Promise<string> {
  const walked = await walkUseCases();
  const named = (walk: Walked, wanted: Answer) => {
    const held = roles.filter((role) => walk.answers[role] === wanted);
    if (wanted === 'always' && walk.answers.public === 'always') return 'anybody';
    if (wanted === 'always' && held.length === roles.length) return 'anybody signed in';
    return held.length === 0 ? '–' : held.map((role) => `\`${role}\``).join(' ');
  };
  const lines = [
    '# Who may do what',
    '',
    '<!-- Made by `npm run docs` from src/access/matrix.ts and the policies of the use cases. Do not edit. -->',
    '',
    'The rules are code: [`src/access/matrix.ts`](../src/access/matrix.ts) is the table,',
    '[`src/access/person-rules.ts`](../src/access/person-rules.ts) the rule about one person’s data, and row-level security',
    '(`src/db/migrations`) its twin in the database. Tests compare the table with the rules cell by cell, and the rules with the',
    'database in random worlds. This page is made from the same sources.',
    '',
    '## The matrix: role × class of data',
    '',
    ...codes.map((code) => `- **${code}** ${dataClasses[code]}`),
    '',
    `| Role | ${codes.join(' | ')} |`,
    `| --- | ${codes.map(() => '---').join(' | ')} |`,
    ...roles.map(
      (role) => `| \`${role}\` | ${codes.map((code) => forms[matrix[role][code]].sign).join(' | ')} |`,
    ),
    '',
    'r read, w write, own: own data only, case: with a relation through a case, team: the common part of a joint service, cons: with a',
    'consent in force, unit: own organisation, agg: counts only, –: nothing.',
    '',
    ...Object.values(footnotes),
    '',
    '## Rules beside the table',
    '',
    ...rulesBeside.map((rule) => `- ${rule}`),
    '',
    '## Not open yet',
    '',
    'These cells are in the table, but the room that would make the tie is not built. Until it is, the code denies; a test asserts it.',
    '',
    ...Object.entries(notOpenYet).map(([tie, room]) => `- ${tie}: ${room}`),
    `- ${rolesNotOpenYet.map((role) => `\`${role}\``).join(' and ')}: joint services, until which neither has a relation to a person`,
    '',
    '## Where the code says otherwise than the table',
    '',
    '| Roles | Part | Act | The code permits | Why |',
    '| --- | --- | --- | --- | --- |',
    ...exceptions.map(
      (one) =>
        `| ${one.roles.map((role) => `\`${role}\``).join(' ')} | ${one.parts.join(', ')} | ${one.act} | ${one.code} | ${one.why} |`,
    ),
    ...Object.entries(beyondTheTable).flatMap(([name, beyond]) => [
      `| ${beyond.roles.map((role) => `\`${role}\``).join(' ')} | \`${name}\` | ${beyond.act} | more | ${beyond.why} |`,
    ]),
    '',
    '## Policies, use case by use case',
    '',
    '“Always” is the role alone; what rows such a viewer then gets, row-level security still decides. “With a tie” needs a relation to the',
    'person, a consent in force at that instant, or the own company.',
    '',
  ];
  for (const module of Object.keys(modules)) {
    const own = walked.filter((walk) => walk.name.startsWith(`${module}.`));
    if (own.length === 0) continue;
    lines.push(
      `### ${module}`,
      '',
      '| Use case | Purpose | Data of persons | Policy | Always | With a tie |',
      '| --- | --- | --- | --- | --- | --- |',
      ...own.map(
        (walk) =>
          `| [\`${walk.name}\`](../${walk.file}) | ${walk.purpose} | ${walk.audit} | \`${walk.policy.replaceAll('|', '\\|')}\` | ${named(walk, 'always')} | ${named(walk, 'tied')} |`,
      ),
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Staff other than communications: whoever knows the matter answers a question and looks at a draft. */
const staffWhoAnswer: readonly Role[] = [
  'expert',
  'joint-emp',
  'joint-sote',
  'joint-kela',
  'youth',
  'immigrant-adviser',
  'business',
  'school',
  'area-manager',
  'board',
  'project',
  'controller',
  'analyst',
  'dpo',
  'access-admin',
];
const answering = {
  roles: staffWhoAnswer,
  act: 'writes',
  why: 'The owner of a question answers it (COM-02); only communications or an approver lets it out to the public.',
} as const;
const approving = {
  roles: ['area-manager', 'board'],
  act: 'writes',
  why: 'Nothing goes out without an approver other than its author (COM-09); these approve, and write nothing.',
} as const;
const ofProject = {
  roles: ['project'],
  act: 'writes',
  why: 'A project tells of itself (001:23), with an approver as everybody else.',
} as const;

/** Use cases that a role may use although its cell of the matrix does not say so, each with its reason. */
export const beyondTheTable: Readonly<
  Record<string, { roles: readonly Role[]; act: 'reads' | 'writes'; why: string }>
> = {
  'companies.add-note': {
    roles: ['expert', 'joint-emp'],
    act: 'writes',
    why: 'Local knowledge is written by both services (JOB-21).',
  },
  'matching.engine-state': {
    roles: ['access-admin'],
    act: 'reads',
    why: 'Whoever keeps the service running sees how much it holds; the one count of people is the whole area’s.',
  },
  'vacancies.change-requirements': {
    roles: ['employer'],
    act: 'writes',
    why: 'An employer corrects its own needs; “own” in the table does not say it.',
  },
  'vacancies.move': {
    roles: ['employer'],
    act: 'writes',
    why: 'An employer says itself that a need of its own has ended or been filled.',
  },
  'pilots.propose-group': {
    roles: ['area-manager', 'project'],
    act: 'reads',
    why: 'The house weighs everybody; those who steer get points and reasons without names (SKI-02).',
  },
  'pilots.open-picking': {
    roles: ['area-manager', 'project'],
    act: 'reads',
    why: 'Points and reasons without names (SKI-02, SKI-03); names are seen by the own worker only.',
  },
  'pilots.invite-group': {
    roles: ['area-manager', 'project'],
    act: 'reads',
    why: 'Those whom the picking chose are invited without being shown.',
  },
  'intake.bring-document': {
    roles: ['area-manager'],
    act: 'writes',
    why: 'Brings in a programme; what else a document holds is kept by the rules of its own room.',
  },
  'intake.choose-kind': {
    roles: ['area-manager'],
    act: 'writes',
    why: 'Brings in a programme; what else a document holds is kept by the rules of its own room.',
  },
  'intake.choose-reading': {
    roles: ['area-manager'],
    act: 'writes',
    why: 'Brings in a programme; what else a document holds is kept by the rules of its own room.',
  },
  'intake.discard-document': {
    roles: ['area-manager'],
    act: 'writes',
    why: 'Brings in a programme; what else a document holds is kept by the rules of its own room.',
  },
  'intake.import-document': {
    roles: ['area-manager'],
    act: 'writes',
    why: 'Brings in a programme; what else a document holds is kept by the rules of its own room.',
  },
  'programmes.import': {
    roles: ['area-manager'],
    act: 'writes',
    why: 'The area manager keeps the programme together with the secretary of its board.',
  },
  'vocabulary.import-esco': {
    roles: ['operator'],
    act: 'writes',
    why: 'Loading a classification is upkeep; it touches nobody’s data.',
  },
  'outreach.answer-question': answering,
  'outreach.close-question': answering,
  'outreach.give-question': answering,
  'outreach.offer-answer': answering,
  'outreach.remark-bulletin': { ...answering, why: 'An expert who was asked says what is right (COM-09).' },
  'outreach.approve-bulletin': approving,
  'outreach.return-bulletin': approving,
  'outreach.settle-answer': approving,
  'outreach.ask-approval': ofProject,
  'outreach.ask-expert': ofProject,
  'outreach.remove-bulletin': ofProject,
  'outreach.save-action': ofProject,
  'outreach.save-bulletin': ofProject,
};
