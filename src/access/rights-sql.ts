import { roles } from '#kernel/viewer.ts';
import { rights } from './rights.ts';

/**
 * The declaration of rights as the database reads it: the script `src/db/views/access_rights.sql`, written by
 * `npm run docs` and run again whenever it has changed. A test holds the two equal.
 */
export function rightsScript(): string {
  const lines = Object.entries(rights)
    .map(([right, grants]) => {
      const held = roles.flatMap((role) => (grants[role] ? [[role, grants[role]]] : []));
      return held.length > 0 ? `  ('${right}', '${JSON.stringify(Object.fromEntries(held))}')` : undefined;
    })
    .filter((line) => line !== undefined);
  return `-- Who holds which right, under which condition: made from src/access by \`npm run docs\`, never by hand.
delete from access.role_right;
insert into access.role_right (right_name, role, condition)
  select declared.name, held.key, held.value
    from (values
${lines.join(',\n')}
    ) as declared (name, held), jsonb_each_text(declared.held::jsonb) as held;
`;
}
