import { type Role, roles, type Viewer } from '#kernel/viewer.ts';
import type { Condition } from './conditions.ts';
import { classOf, partsOfClass } from './matrix.ts';
import { isConsentField, type Part, parts } from './parts.ts';
import { employers } from './rights/employers.ts';
import { metByAdvisers, people } from './rights/people.ts';
import { open } from './rights/public.ts';
import { type Declared, type Difference, type Grants, grantsOf } from './rights/shape.ts';
import { steering } from './rights/steering.ts';

/** Where a part of a person's data differs from its class. */
export const partDifferences: Readonly<
  Partial<Record<`${Part}:${'read' | 'write'}`, readonly Difference[]>>
> = {
  'personal-code:write': [
    {
      roles,
      when: 'never',
      why: 'The identity code is set by the service when a person becomes a client (`clients:register`).',
    },
  ],
  'case:write': [
    { roles, when: 'never', why: 'The case is opened by the service when a person becomes a client.' },
  ],
  'mapping-history:write': [
    { roles: ['client'], when: 'never', why: 'History is written with each change and never by itself.' },
  ],
  'contact:write': [
    {
      roles: ['client'],
      when: 'self',
      why: 'A person corrects the own contact details; “own” in the table does not say it.',
    },
  ],
  'education:write': [
    {
      roles: ['client'],
      when: 'self',
      why: 'A person corrects the own education; “own” in the table does not say it.',
    },
  ],
  'outcomes:write': [
    {
      roles: ['client'],
      when: 'self',
      why: 'A person tells of an own job or study: the client is one of the sources of an outcome (PATH-17).',
    },
  ],
};

/** What an opened file shows to an adviser: who the person is (class B), and whose turn it is (class L). */
const shownToAdvisers: readonly Part[] = [...(partsOfClass.B ?? []), ...(partsOfClass.L ?? [])];

/** A part of a file that was opened with a reason: by the table class B, to an adviser what is needed to act today. */
const grantsOfOpened = (part: Part): Grants =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const but = shownToAdvisers.includes(part) ? [metByAdvisers] : [];
      const when = grantsOf({ of: [classOf(part, role), 'reads'], only: ['emergency'], but })[role];
      return when === undefined ? [] : [[role, when]];
    }),
  );

const byConsent: readonly Condition[] = ['consent-1', 'consent-2', 'consent'];

/** A part of a person's data: its class role by role; by consent only what can be shared, and nothing is written so. */
function grantsOfPart(part: Part, act: 'read' | 'write'): Grants {
  const but = partDifferences[`${part}:${act}`] ?? [];
  const grants: Partial<Record<Role, Condition>> = {};
  for (const role of roles) {
    const when = grantsOf({ of: [classOf(part, role), act === 'read' ? 'reads' : 'writes'], but })[role];
    if (when !== undefined && (isConsentField(part) || !byConsent.includes(when))) grants[role] = when;
  }
  return grants;
}

/** Every right of the service but those to a person's parts: subject and act, with who holds it and under which condition. */
export const declared = { ...people, ...employers, ...steering, ...open } as const satisfies Record<
  string,
  Declared
>;
export type PartRight = `person.${Part}:${'read' | 'write' | 'open'}`;
export type Right = keyof typeof declared | PartRight;

/** Every right with its holders: the one statement of rights, from which everything else is made. */
export const rights: Readonly<Record<Right, Grants>> = {
  ...(Object.fromEntries(
    parts.flatMap((part) => [
      ...(['read', 'write'] as const).map((act) => [`person.${part}:${act}`, grantsOfPart(part, act)]),
      [`person.${part}:open`, grantsOfOpened(part)],
    ]),
  ) as Record<PartRight, Grants>),
  ...(Object.fromEntries(Object.entries(declared).map(([right, how]) => [right, grantsOf(how)])) as Record<
    keyof typeof declared,
    Grants
  >),
};

/** The condition under which a role holds a right; undefined when it never does. */
export function conditionOf(role: Role | 'system' | 'public', right: Right): Condition | undefined {
  if (role === 'system') return isForSystem(right) ? 'always' : undefined;
  return role === 'public' ? undefined : rights[right][role];
}

/** Does the role hold the right at all, under whatever condition? For menus, pages and lists. */
export const can = (role: Role | 'system' | 'public', right: Right): boolean =>
  conditionOf(role, right) !== undefined;

/** Does the viewer act for the own self? */
export const isSelf = (viewer: Pick<Viewer, 'role'>): boolean =>
  conditionOf(viewer.role, 'own-page:use') === 'self';

/** The roles that hold a right, in the order of the matrix; with `when` only those that hold it so. */
export function rolesWith(right: Right, ...when: readonly Condition[]): readonly Role[] {
  return roles.filter((role) => {
    const held = rights[right][role];
    return held !== undefined && (when.length === 0 || when.includes(held));
  });
}

/**
 * Roles that one administrator proposes and another approves: whoever gives rights, and whoever reads the log of persons.
 * `access.given_by_two` says the same in the database.
 */
export const rolesGivenByTwo: readonly Role[] = roles.filter(
  (role) => can(role, 'accounts:write') || can(role, 'log:search'),
);

/** The rights of a role, for a page that shows what is open. */
export const rightsOf = (role: Role): readonly Right[] =>
  (Object.keys(rights) as Right[]).filter((right) => rights[right][role] !== undefined);

const isForSystem = (right: Right): boolean =>
  (declared as Readonly<Record<string, Declared>>)[right]?.system === true;
