import type { Database } from './open.ts';

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'string',
  daterange: 'string',
  xid8: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
};

/** The text of `tables.ts` for this database: one interface a table or view, named by schema and table. */
export async function tableTypes(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{
    schema: string;
    name: string;
    column: string;
    type: string;
    nullable: boolean;
    filled: boolean;
  }>(`
    select n.nspname as schema, c.relname as name, a.attname as column, t.typname as type,
           not a.attnotnull and c.relkind = 'r' or (c.relkind = 'v') as nullable, a.atthasdef or a.attidentity <> '' as filled
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration', 'pgboss')
       and n.nspname not like 'pg_%'
     order by n.nspname, c.relname, a.attnum`);
  const tables = new Map<string, string[]>();
  for (const row of rows) {
    const base = TYPES[row.type];
    if (!base) throw new Error(`No type is known for ${row.schema}.${row.name}.${row.column} (${row.type})`);
    const type = row.nullable ? `${base} | null` : base;
    const key = `${row.schema}.${row.name}`;
    const lines = tables.get(key) ?? [];
    const filled = base === 'Json' ? 'JsonWithDefault' : `Generated<${type}>`;
    lines.push(`    ${row.column}: ${row.filled ? filled : type};`);
    tables.set(key, lines);
  }
  const body = [...tables].map(([key, lines]) => `  '${key}': {\n${lines.join('\n')}\n  };`).join('\n');
  return `// Made from the migrated database by \`npm run db:types\`; do not edit.
import type { ColumnType, Generated } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: the form of a jsonb column is known to the module that owns it
export type Json = ColumnType<any, string, string>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type JsonWithDefault = ColumnType<any, string | undefined, string>;

export interface Tables {
${body}
}
`;
}
