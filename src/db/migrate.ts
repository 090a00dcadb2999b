import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './open.ts';
import { viewerKeyOf } from './viewer-key.ts';

/** A migration that has been applied has since been edited: write a new one instead. */
export class MigrationChanged extends Error {}

interface Script {
  name: string;
  text: string;
  checksum: string;
}

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const VIEWS = new URL('./views/', import.meta.url);

/**
 * Brings the database to the present form: each migration once, in the order of names and each in a transaction
 * of its own; then the views, which are replaced whenever their text has changed. Must run as the owner's login.
 */
export async function migrate(database: Database): Promise<{ applied: string[] }> {
  await database.script(`
    create schema if not exists migration;
    create table if not exists migration.applied (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const applied: string[] = [];
  const known = await appliedChecksums(database);
  for (const script of scripts(MIGRATIONS)) {
    const before = known.get(script.name);
    if (before === script.checksum) continue;
    if (before) throw new MigrationChanged(`The applied migration ${script.name} has been changed.`);
    await apply(database, script, '');
    applied.push(script.name);
  }
  if (applied.length > 0) await database.script('select access.ask_once()');
  const views = scripts(VIEWS);
  if (applied.length > 0 || views.some((view) => known.get(view.name) !== view.checksum)) {
    await database.script(dropViews);
    for (const view of views) {
      await apply(
        database,
        view,
        'on conflict (name) do update set checksum = excluded.checksum, applied_at = now()',
      );
      applied.push(view.name);
    }
  }
  // The service's own login looks whether the database is in its present form.
  await database.script(`
    grant usage on schema migration to polku_app;
    grant select on migration.applied to polku_app`);
  return { applied };
}

/** Views hold nothing of their own, so they are made anew together: their columns may change and they may use each other. */
const dropViews = `
  do $$
  declare
    view record;
  begin
    for view in select schemaname, viewname from pg_views
      where schemaname not in ('pg_catalog', 'information_schema', 'public', 'pgboss') loop
      execute format('drop view if exists %I.%I cascade', view.schemaname, view.viewname);
    end loop;
  end $$`;

/** Gives the database the key that is made from the installation's secret. Must run as the owner's login. */
export async function giveViewerKey(database: Database, secret: string): Promise<void> {
  await database.pool.query('update access.viewer_key set key = $1 where key <> $1', [viewerKeyOf(secret)]);
}

/** True when nothing is waiting to be applied. */
export async function isMigrated(database: Database): Promise<boolean> {
  try {
    const known = await appliedChecksums(database);
    return [...scripts(MIGRATIONS), ...scripts(VIEWS)].every(
      (script) => known.get(script.name) === script.checksum,
    );
  } catch {
    return false;
  }
}

async function appliedChecksums(database: Database): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ name: string; checksum: string }>(
    'select name, checksum from migration.applied',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** Row-level security is forced on the owner too; a migration that moves rows may write them (0285_owner_migrates.sql). */
const ownerMigrates = `
  set local polku.migrating = 'yes';
  do $$ begin
    if to_regprocedure('access.let_owner_migrate()') is not null then perform access.let_owner_migrate(); end if;
  end $$;`;

async function apply(database: Database, script: Script, onConflict: string): Promise<void> {
  try {
    await database.script(
      `begin;
       select pg_advisory_xact_lock(780431);
       ${ownerMigrates}
       ${script.text};
       insert into migration.applied (name, checksum) values ('${script.name}', '${script.checksum}') ${onConflict};
       commit;`,
    );
  } catch (error) {
    await database.script('rollback');
    throw new Error(`${script.name}: ${(error as Error).message}`, { cause: error });
  }
}

function scripts(folder: URL): Script[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}
