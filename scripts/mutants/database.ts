import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Change } from './change.ts';
import { sqlChanges } from './sql-changes.ts';

/** A rule that the database holds, as it stands after all migrations, and how it is given anew. */
export interface Held {
  readonly name: string;
  readonly text: string;
  readonly changes: readonly Change[];
  /** The statement that puts the changed text in the place of the rule. */
  readonly statement: (text: string) => string;
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pgboss', 'migration') and n.nspname not like 'pg_%'`;

/** Every policy, function and view of ours that row-level security is made of. */
export async function rulesHeld(): Promise<Held[]> {
  const database = await openDatabase({});
  try {
    await migrate(database);
    const read = async (query: string) =>
      (await database.pool.query<{ name: string; text: string; head: string }>(query)).rows;
    const policies = await read(`
      select format('%s on %s', p.polname, p.polrelid::regclass) as name, pg_get_expr(coalesce(p.polqual, p.polwithcheck), p.polrelid) as text,
             format('alter policy %I on %s %s', p.polname, p.polrelid::regclass, case when p.polqual is null then 'with check' else 'using' end) as head
        from pg_policy p order by 1`);
    const functions = await read(`
      select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as text, '' as head from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
       where ${ours} and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
         and exists (select from pg_depend d where d.refobjid = p.oid and d.classid = 'pg_policy'::regclass) order by 1`);
    const views = await read(`
      select c.oid::regclass::text as name, pg_get_viewdef(c.oid) as text,
             format('create or replace view %s %s as', c.oid::regclass, 'with (' || array_to_string(c.reloptions, ', ') || ')') as head
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours} order by 1`);
    return [
      ...policies.map(({ name, text, head }) => ({
        name,
        text,
        changes: [
          { start: 0, end: text.length, after: text === 'true' ? 'false' : 'true', kind: 'whole' },
          ...sqlChanges(text),
        ],
        statement: (changed: string) => `${head} (${changed})`,
      })),
      ...functions.map(({ name, text }) => ({
        name,
        text,
        changes: sqlChanges(text).filter(
          ({ start }) => start > text.search(/\n(?: RETURN|AS \$|BEGIN ATOMIC)/),
        ),
        statement: (changed: string) => changed,
      })),
      ...views.map(({ name, text, head }) => ({
        name,
        text,
        changes: sqlChanges(text),
        statement: (changed: string) => `${head} ${changed}`,
      })),
    ];
  } finally {
    await database.close();
  }
}
