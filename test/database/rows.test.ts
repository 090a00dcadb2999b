import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { publicViewer, roles } from '#kernel/viewer.ts';
import { openTestApp, strictestKind, type TestApp } from '#test/fixtures/app.ts';
import {
  fillOneOfEach,
  happenings,
  type Table,
  type Tie,
  tablesOf,
  ties,
  viewersBy,
} from '#test/fixtures/one-of-each.ts';

/** Tables that everybody may read, each with why. What somebody has let out row by row is not here. */
const publicTables: Readonly<Record<string, string>> = {
  'access.role_right': 'who holds which right by role; stands in the documentation too',
  'areas.area': 'employment areas',
  'areas.member': 'municipalities of employment areas',
  'companies.company': 'the register of companies: name, business id, municipality, branch',
  'companies.site': 'places of business',
  'consents.notice': 'texts that are shown before a consent',
  'events.attendance': 'companies that take part in an event',
  'events.event': 'events that anybody may come to',
  'insight.fact_event': 'events that were held, with their counts',
  'insight.pilot_counts': 'counts of pilots, small ones left out',
  'networks.organisation': 'organisations of the network',
  'networks.serves': 'which municipality an organisation serves',
  'networks.service': 'the catalogue of services',
  'networks.service_place': 'the catalogue of services',
  'networks.service_role': 'the catalogue of services',
  'networks.service_version': 'the catalogue of services',
  'pilots.pilot': 'names and times of pilots, nobody in them',
  'privacy.statement': 'what the area says of itself: privacy notice, accessibility statement',
  'programmes.link': 'which project or pilot carries out a measure of a decided programme',
  'programmes.part': 'parts of decided programmes',
  'programmes.programme': 'programmes',
  'programmes.version': 'programmes as they were decided',
  'vocabulary.broader': 'a published classification',
  'vocabulary.concept': 'a published classification',
  'vocabulary.licence': 'a published classification',
  'vocabulary.name': 'a published classification',
  'vocabulary.occupation_skill': 'a published classification',
  'vocabulary.version': 'which release of a classification is loaded',
};

type Seen = Map<string, Set<string>>;

/**
 * Of which tables each viewer with this tie reads a row by a raw query. The query is planned once for all viewers: to plan
 * it for so many tables takes longer than to run it. The rules are asked anew each time, of the viewer who is then named.
 */
async function seenBy(app: TestApp, tie: Tie, tables: readonly Table[]): Promise<Seen> {
  const seen: Seen = new Map(tables.map(({ name }) => [name, new Set()]));
  const reads = tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`);
  const text = reads.join(' union all ');
  const prepared = `rows_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  await inTransactionAs(app, publicViewer('fi'), 'supervision', async ({ db, enter }) => {
    const known = await sql`select from pg_prepared_statements where name = ${prepared}`.execute(db);
    if (known.rows.length === 0) await sql.raw(`prepare ${prepared} as ${text}`).execute(db);
    for (const viewer of viewersBy(tie)) {
      await enter(viewer);
      const { rows } = await sql.raw<{ name: string }>(`execute ${prepared}`).execute(db);
      for (const { name } of rows) seen.get(name)!.add(viewer.role);
    }
  });
  return seen;
}

const everybody = [...roles, 'public'];
const inWords = (found: readonly string[]): string => {
  const missing = everybody.filter((role) => !found.includes(role));
  if (found.length === 0) return 'nobody';
  if (missing.length === 0) return 'everybody';
  return missing.length < 9
    ? `everybody but ${missing.join(', ')}`
    : everybody.filter((role) => found.includes(role)).join(', ');
};

describe.each(strictestKind)('the table of rows, on the %s database', (kind) => {
  let app: TestApp;
  let tables: Table[];
  let base: Map<Tie, Seen>;

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    await fillOneOfEach(app);
    tables = (await tablesOf(app)).filter(({ secured }) => secured);
    base = await everyTie();
  }, 600_000);
  afterAll(() => app.close());

  async function everyTie(): Promise<Map<Tie, Seen>> {
    const found = new Map<Tie, Seen>();
    for (const tie of ties) found.set(tie, await seenBy(app, tie, tables));
    return found;
  }

  it('is what was reviewed: who reads the row of each table, by nothing and by each tie', async () => {
    const lines: string[] = [];
    for (const { name } of tables) {
      const strangers = base.get('nothing')!.get(name)!;
      lines.push(`${name}\t${inWords([...strangers])}`);
      for (const tie of ties.slice(1)) {
        const more = [...base.get(tie)!.get(name)!].filter((role) => !strangers.has(role));
        if (more.length > 0) lines.push(`\t+ by ${tie}\t${inWords(more)}`);
      }
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('rows.tsv');
  });

  it('opens to a visitor what is public by intent, and nothing else', () => {
    const open = tables.filter(({ name }) => base.get('nothing')!.get(name)!.has('public'));
    expect(open.map(({ name }) => name)).toEqual(Object.keys(publicTables).sort());
  });

  it('changes as was reviewed when something happens', async () => {
    const lines: string[] = [];
    for (const [name, { change, tie, schemas }] of Object.entries(happenings)) {
      await app.database.script(
        `set session_replication_role = replica; ${change}; set session_replication_role = origin`,
      );
      const tried = tables.filter((table) => schemas.includes(table.name.split('.')[0]!));
      const after = await seenBy(app, tie, tried);
      lines.push(name);
      for (const table of tried) {
        const [was, is] = [base.get(tie)!.get(table.name)!, after.get(table.name)!];
        const signed = [
          ...[...is].filter((role) => !was.has(role)).map((role) => `+${role}`),
          ...[...was].filter((role) => !is.has(role)).map((role) => `-${role}`),
        ];
        if (signed.length > 0) lines.push(`\t${table.name}\tby ${tie}\t${signed.join(' ')}`);
      }
      const changed = [...change.matchAll(/(?:update|into|from) ([a-z]+\.[a-z_]+)/g)].map(
        (found) => found[1]!,
      );
      await fillOneOfEach(app, changed);
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('rows-after.tsv');
  }, 600_000);
});
