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
import type { App, ViewerContext } from '#access';
import type { Tables } from '#db/tables.ts';
import { type Role, roles, type Viewer } from '#kernel/viewer.ts';
import type { UseCase } from '#use-case';
import { conditions } from '../src/access/conditions.ts';
import {
  dataClasses,
  footnotes,
  forms,
  matrix,
  notOpenYet,
  rolesNotOpenYet,
  rulesBeside,
} from '../src/access/matrix.ts';
import { consentFields } from '../src/access/parts.ts';
import type { ConsentFact, Relation } from '../src/access/relation.ts';
import type { Declared } from '../src/access/rights/shape.ts';
import { conditionOf, declared, partDifferences, type Right, rights } from '../src/access/rights.ts';
import { modules } from '../src/server/modules.ts';

const root = join(import.meta.dirname, '..');

/** What a policy says to a role: by the role alone, so too but row by row, only under a condition, or never. */
export type Answer = 'always' | 'rows' | 'tied' | 'never';
export const viewers = [...roles, 'public', 'system'] as const;

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
  openings: [],
  consents: [],
};
const bound = {
  ...strangers,
  caseWorker: true,
  addressGrant: true,
  openings: [{ id: 'f1', kind: 'emergency', from: period.givenAt, to: period.validTo }],
  consents: [consent(1), consent(2)],
};

const asksWhetherOwn = /companies\.of_unit|projects\.own_projects|networks\.provides|governance\.keeps/;

/** A database that knows nothing but the relation: what a policy asks besides it, it finds empty. */
function databaseOf(relation: Omit<Relation, 'self'>): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => ({
      rows: (query.sql.includes('access.facts_about')
        ? [{ facts: relation }]
        : asksWhetherOwn.test(query.sql)
          ? [{ own: relation.caseWorker, keeps: relation.caseWorker }]
          : []) as R[],
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

function handleOf(role: Viewer['role'], own: boolean): ViewerContext {
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
  return {
    app: {} as App,
    viewer,
    purpose: 'upkeep',
    now,
    today: '2026-11-20',
    db,
    enter: async () => {},
    systemReasons: new Set(),
  };
}

async function answer(useCase: UseCase<z.ZodType, unknown, string>, role: Viewer['role']): Promise<Answer> {
  const said = (own: boolean) => {
    const input = {
      ...ids,
      clientIds: [ids.clientId],
      vacancyId: 'v1',
      introductionId: 'i1',
      pilotId: 'p1',
      projectId: 'h1',
      serviceId: 's1',
      bodyId: 'b1',
      text: '',
      sensitivity: 'ordinary',
    };
    return useCase.policy(handleOf(role, own), input);
  };
  if ((await said(false)).permit) {
    const { right } = useCase.policy as { right?: Right };
    return right === undefined || conditionOf(role, right) === 'always' ? 'always' : 'rows';
  }
  // A reason other than the role tells of a condition that this database cannot know.
  const own = await said(true);
  return own.permit || !['role-may-not', 'sign-in-needed'].includes(own.reason) ? 'tied' : 'never';
}

/** Asks every use case of the house whom its policy lets through. */
export async function walkUseCases(): Promise<Walked[]> {
  const sources = readSources();
  const walked: Walked[] = [];
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
  const written = /\bpolicy: ([\s\S]*?),\n +(?:\/\/|audit|refusals|run)/.exec(after)?.[1];
  const inline = /^, '[^']+', (\w+)\)/.exec(after)?.[1];
  return { file: found.file, policy: (inline ?? written ?? 'see the code').replace(/\s+/g, ' ').trim() };
}

const codes = Object.keys(dataClasses) as (keyof typeof dataClasses)[];

/** The page `docs/access-rules.md`, made from the matrix and from the policies themselves. */
export async function accessRulesPage(): Promise<string> {
  const walked = await walkUseCases();
  const named = (walk: Walked, ...wanted: Answer[]) => {
    const held = roles.filter((role) => wanted.includes(walk.answers[role]));
    if (wanted.includes('always') && walk.answers.public === 'always') return 'anybody';
    if (wanted.includes('always') && held.length === roles.length) return 'anybody signed in';
    return held.length === 0 ? '–' : held.map((role) => `\`${role}\``).join(' ');
  };
  const lines = [
    '# Who may do what',
    '',
    '<!-- Made by `npm run docs` from src/access and the policies of the use cases. Do not edit. -->',
    '',
    'Rights are said once: [`src/access/matrix.ts`](../src/access/matrix.ts) is the table of roles and classes of data,',
    '[`src/access/rights/`](../src/access/rights) says for every subject and act which cell of it is followed, and where and why it',
    'differs. Policies, menus, page guards and the acts that pages show ask these rights by name; row-level security repeats them below.',
    'Tests hold them together: the table of doors (`test/properties/doors.txt`: every use case × every role), and random worlds in which',
    'policy, database and an independent rule give one answer.',
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
    '## Rights: subject and act',
    '',
    '| Right | Follows | Who, under which condition |',
    '| --- | --- | --- |',
    ...(Object.keys(rights) as Right[]).map(
      (right) => `| \`${right}\` | ${followed(right)} | ${holders(right)} |`,
    ),
    '',
    'Conditions, and why it is denied without them:',
    '',
    ...Object.entries(conditions)
      .filter(([condition]) =>
        Object.values(rights).some((held) => Object.values(held).includes(condition as never)),
      )
      .map(([condition, { words, reason }]) => `- **${condition}**: ${words} (\`${reason}\`)`),
    '',
    '## Where a right differs from its class, and why',
    '',
    '| Right | Roles | Held | Why |',
    '| --- | --- | --- | --- |',
    ...differencesOf().map(
      ({ right, roles: whose, when, why }) =>
        `| \`${right}\` | ${whose.length === roles.length ? 'everybody' : whose.map((role) => `\`${role}\``).join(' ')} | ${when} | ${why} |`,
    ),
    '',
    '## Policies, use case by use case',
    '',
    '“By role” is the role alone; what rows such a viewer then gets, row-level security still decides. “Under a condition” needs what the',
    'right says: a relation to the person, a consent in force at that instant, the own company, unit, project or body.',
    '',
  ];
  for (const module of Object.keys(modules)) {
    const own = walked.filter((walk) => walk.name.startsWith(`${module}.`));
    if (own.length === 0) continue;
    lines.push(
      `### ${module}`,
      '',
      '| Use case | Purpose | Data of persons | Policy | By role | Under a condition |',
      '| --- | --- | --- | --- | --- | --- |',
      ...own.map(
        (walk) =>
          `| [\`${walk.name}\`](../${walk.file}) | ${walk.purpose} | ${walk.audit} | \`${walk.policy.replaceAll('|', '\\|')}\` | ${named(walk, 'always')} | ${named(walk, 'tied', 'rows')} |`,
      ),
      '',
    );
  }
  const eyes = systemEyes();
  lines.push(
    '## The service’s own eyes',
    '',
    'Inside somebody’s use case the service may do one step as itself: for what the viewer may cause but not see. Each place says why, and',
    'the reason stands in the log beside the use case.',
    '',
    '| Where | Why |',
    '| --- | --- |',
    ...eyes.map(({ file, why }) => `| [\`${file}\`](../${file}) | ${why} |`),
    '',
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

function followed(right: Right): string {
  const how = (declared as Readonly<Record<string, Declared>>)[right];
  if (how === undefined)
    return `class of the part, ${right.endsWith('write') ? 'writing' : right.endsWith('open') ? 'a file opened with a reason' : 'reading'}`;
  if (how.of === undefined) return 'itself';
  const only = how.only === undefined ? '' : `, only ${how.only.join(', ')}`;
  const under = how.under === undefined ? '' : `, held as ${how.under}`;
  return `class ${how.of[0]}, ${how.of[1] === 'reads' ? 'reading' : 'writing'}${only}${under}`;
}

function holders(right: Right): string {
  const byCondition = Object.groupBy(
    roles.filter((role) => rights[right][role]),
    (role) => rights[right][role]!,
  );
  const told = Object.entries(byCondition).map(
    ([condition, whose]) =>
      `${condition}: ${whose!.length === roles.length ? 'everybody' : whose!.map((role) => `\`${role}\``).join(' ')}`,
  );
  const system = (declared as Readonly<Record<string, Declared>>)[right]?.system
    ? ['the service itself']
    : [];
  return [...told, ...system].join('; ') || 'nobody';
}

const differencesOf = () => [
  ...Object.entries(partDifferences).flatMap(([part, but]) =>
    but.map((difference) => ({ right: `person.${part}`, ...difference })),
  ),
  ...Object.entries(declared as Readonly<Record<string, Declared>>).flatMap(([right, { but = [] }]) =>
    but.map((difference) => ({ right, ...difference })),
  ),
];

/** Every place where the service reads or writes with its own eyes inside somebody's use case, with the reason given there. */
function systemEyes(): { file: string; why: string }[] {
  return ['src/modules', 'src/audit', 'src/server', 'src/api', 'src/use-case']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .sort()
    .flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /actingAsSystem\(\s*(?:[\w.]+),\s*(?:'([^']+)'|(\w+)|`([^`]+)`)/g,
        ),
      ].map((call) => ({
        file: file.replaceAll('\\', '/'),
        why: call[1] ?? call[3] ?? `(${call[2]})`,
      })),
    );
}

/** The table of doors: every use case × every role, one letter a cell. */
export async function doorsTable(): Promise<string> {
  const walked = await walkUseCases();
  const letter = { always: 'Y', rows: 'r', tied: 'c', never: '.' } as const;
  const width = Math.max(...walked.map(({ name }) => name.length)) + 2;
  const heads = Array.from({ length: Math.max(...viewers.map((viewer) => viewer.length)) }, (_, at) =>
    `# ${' '.repeat(width - 2)}${viewers.map((viewer) => viewer[at] ?? ' ').join(' ')}`.trimEnd(),
  );
  return `${[
    '# The table of doors: what the policy of every use case answers to every role. Read from top to bottom the heads are roles.',
    '# Y by the role alone   c under a condition (relation, consent, own company, unit, project …)   . never',
    '# r the door is open to the role, and rows are looked at one by one (own data, own cases, own bodies …)',
    '# Reviewed against the matrix of roles (docs/access-rules.md). A changed policy changes a line and the test fails:',
    '# look whether the change is meant, then `npm run doors` writes the table anew.',
    '#',
    ...heads,
    ...walked.map(
      ({ name, answers }) =>
        `${name.padEnd(width)}${viewers.map((viewer) => letter[answers[viewer]]).join(' ')}`,
    ),
  ].join('\n')}\n`;
}
