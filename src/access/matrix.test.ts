import { describe, expect, it } from 'vitest';
import { type Role, roles, type Viewer } from '#kernel/viewer.ts';
import { type Condition, conditions } from './conditions.ts';
import { denyReasons } from './decision.ts';
import { classOf, dataClasses, forms, matrix, notOpenYet, rolesNotOpenYet } from './matrix.ts';
import { consentFields, isConsentField, type Part, parts } from './parts.ts';
import { mayRead, mayWrite } from './person-rules.ts';
import { may } from './policies.ts';
import type { ConsentFact, Relation } from './relation.ts';
import { declared, partDifferences, type Right, rights, rolesWith } from './rights.ts';

const now = new Date('2026-11-20T10:00:00Z');
const person = 'person';
const nothing: Relation = {
  exists: true,
  self: false,
  caseWorker: false,
  conflict: false,
  nonDisclosure: false,
  addressGrant: false,
  openings: [],
  consents: [],
};
const base = { givenAt: '2026-11-01T08:00:00Z', validTo: '2027-05-01T00:00:00Z', withdrawnAt: null };
const consent = (step: 1 | 2): ConsentFact => ({
  step,
  fields: [...consentFields],
  receiverOrganisationId: step === 1 ? 'organisation' : null,
  receiverCompanyId: step === 2 ? 'company' : null,
  attendingCompanyIds: [],
  eventClosesAt: null,
  ...base,
  base: step === 2 ? base : null,
});

const opening = { id: 'o', kind: 'emergency', from: '2026-11-20T09:00:00Z', to: '2026-11-20T11:00:00Z' };

/** The least relation that each condition asks for; one that is not here is not open yet. */
const ties: Partial<Record<Condition, Partial<Relation>>> = {
  always: {},
  self: { self: true },
  case: { caseWorker: true },
  team: { caseWorker: true },
  author: { caseWorker: true },
  emergency: { openings: [opening] },
  'consent-1': { consents: [consent(1)] },
  'consent-2': { consents: [consent(2)] },
};
const everything: Relation = {
  ...nothing,
  self: true,
  caseWorker: true,
  addressGrant: true,
  openings: [opening],
  consents: [consent(1), consent(2)],
};

const viewer = (role: Role): Viewer => ({
  accountId: 'account',
  name: '',
  role,
  organisationId: 'organisation',
  companyId: 'company',
  clientId: person,
  language: 'fi',
});

const acts = { read: mayRead, write: mayWrite } as const;
type Act = keyof typeof acts;
type When = Condition | 'never';

/** What the matrix says, said again here: the class of the part, and by consent only what can be shared. */
function cellOf(role: Role, part: Part, act: Act): When {
  const form = forms[matrix[role][classOf(part, role)]];
  const receives = ['consent-1', 'consent-2', 'consent'].includes(form.reads);
  if (receives && !isConsentField(part)) return 'never';
  return act === 'read' ? form.reads : form.writes;
}

const differenceOf = (role: Role, part: Part, act: Act) =>
  partDifferences[`${part}:${act}`]?.find((difference) => difference.roles.includes(role));
const isOpen = (role: Role, when: When) =>
  when !== 'never' && ties[when] !== undefined && !(rolesNotOpenYet.includes(role) && when !== 'always');
const cells = roles.flatMap((role) =>
  parts.flatMap((part) =>
    (['read', 'write'] as const).map((act) => ({
      role,
      part,
      act,
      when: differenceOf(role, part, act)?.when ?? cellOf(role, part, act),
    })),
  ),
);

describe('the matrix of roles and the rules about a person', () => {
  it('has every role and every class', () => {
    expect(Object.keys(matrix).sort()).toEqual([...roles].sort());
    for (const role of roles) expect(Object.keys(matrix[role])).toEqual(Object.keys(dataClasses));
  });

  const open = cells.filter(({ role, when }) => isOpen(role, when));
  it.each(open)('$role may $act $part with $when, and not without', ({ role, part, act, when }) => {
    const ask = acts[act];
    const tie = ties[when as Condition]!;
    const tied = { ...nothing, ...tie };
    expect(rights[`person.${part}:${act}`][role]).toBe(when);
    expect(ask(viewer(role), part, tied, now)).toEqual({ permit: true });
    // An opened file is another way to what a case shows; it has its own test below.
    const without: Relation = { ...everything, openings: [] };
    for (const key of Object.keys(tie)) Object.assign(without, { [key]: nothing[key as keyof Relation] });
    if (when === 'consent-1') without.consents = [consent(2)];
    if (when === 'consent-2') without.consents = [consent(1)];
    expect(ask(viewer(role), part, nothing, now).permit).toBe(false);
    expect(ask(viewer(role), part, without, now).permit).toBe(false);
    if (role !== 'client')
      expect(ask(viewer(role), part, { ...tied, conflict: true }, now)).toEqual({
        permit: false,
        reason: 'own-or-relatives-file',
      });
  });

  const closed = cells.filter(({ role, when }) => !isOpen(role, when));
  it.each(closed)(
    '$role may never $act $part, whatever the relation ($when)',
    ({ role, part, act, when }) => {
      expect(rights[`person.${part}:${act}`][role]).toBeUndefined();
      expect(acts[act](viewer(role), part, everything, now).permit).toBe(false);
      if (when !== 'never' && when !== 'grant')
        expect(rolesNotOpenYet.includes(role) || notOpenYet[when] !== undefined).toBe(true);
    },
  );

  it('leaves no cell out', () => {
    expect(open.length + closed.length).toBe(roles.length * parts.length * 2);
    expect(open.length).toBeGreaterThan(70);
  });
});

describe('the declaration of rights', () => {
  it('tells of every difference why, and none that is none', () => {
    for (const [right, how] of Object.entries(declared)) {
      for (const { roles: whose, when, why } of 'but' in how ? how.but : []) {
        expect(why.length, right).toBeGreaterThan(20);
        for (const role of whose)
          expect(rights[right as Right][role] ?? 'never', `${right} ${role}`).toBe(when);
      }
    }
  });
  it('gives every condition a reason that has its words', () => {
    for (const { reason } of Object.values(conditions)) expect(denyReasons).toContain(reason);
  });
  it('leaves no right that nobody holds, but what the service alone writes', () => {
    const nobody = (Object.keys(rights) as Right[]).filter(
      (right) => rolesWith(right).length === 0 && !right.endsWith(':open'),
    );
    expect(nobody).toEqual(['person.personal-code:write', 'person.case:write']);
  });
  it('lets no policy be made whose condition nobody establishes', () => {
    expect(() => may('companies:write')).toThrow(/unit/);
    expect(() => may('companies:write', { unit: 'rows' })).not.toThrow();
  });
});

describe('a file opened with a reason', () => {
  const opened = { ...nothing, openings: [opening] };
  /** Said here again: the cells of note ², and what an adviser needs to act today. */
  const basics: Part[] = ['name', 'contact', 'municipality', 'education', 'basics', 'personal-code', 'case'];
  const shown: Partial<Record<Role, readonly Part[]>> = {
    'area-manager': basics,
    expert: [...basics, 'tasks', 'outcomes'],
    'joint-emp': [...basics, 'tasks', 'outcomes'],
  };
  const cellsOpened = roles.flatMap((role) =>
    parts.map((part) => ({ role, part, is: shown[role]?.includes(part) === true })),
  );
  it.each(cellsOpened)('shows $part to $role: $is; nothing is written', ({ role, part, is }) => {
    const ask = (relation: Relation, at = now) => mayRead(viewer(role), part, relation, at);
    expect(ask(opened).permit).toBe(is);
    if (role !== 'client') expect(mayWrite(viewer(role), part, opened, now).permit).toBe(false);
    if (!is) return;
    expect(ask({ ...opened, conflict: true })).toEqual({ permit: false, reason: 'own-or-relatives-file' });
    expect(ask({ ...opened, nonDisclosure: true })).toEqual({ permit: false, reason: 'protected-address' });
    expect(ask({ ...opened, nonDisclosure: true, addressGrant: true }).permit).toBe(false);
    for (const [at, open] of [
      ['2026-11-20T08:59:59Z', false],
      ['2026-11-20T09:00:00Z', true],
      ['2026-11-20T10:59:59Z', true],
      ['2026-11-20T11:00:00Z', false],
    ] as const)
      expect(ask(opened, new Date(at)).permit, at).toBe(open);
  });
});

describe('a protected address', () => {
  const places: Part[] = ['contact', 'municipality'];
  const workers = roles.filter((role) => matrix[role].T === 'grant' && !rolesNotOpenYet.includes(role));
  it.each(workers)('opens to %s in the case only with a grant of that person', (role) => {
    const hidden = { ...nothing, caseWorker: true, nonDisclosure: true };
    for (const part of places) {
      expect(mayRead(viewer(role), part, hidden, now)).toEqual({
        permit: false,
        reason: 'protected-address',
      });
      expect(mayRead(viewer(role), part, { ...hidden, addressGrant: true }, now).permit).toBe(true);
      expect(
        mayRead(viewer(role), part, { ...hidden, caseWorker: false, addressGrant: true }, now).permit,
      ).toBe(false);
      expect(mayWrite(viewer(role), part, hidden, now).permit).toBe(false);
    }
  });
  it.each(roles.filter((role) => matrix[role].T === 'none' || rolesNotOpenYet.includes(role)))(
    'opens to %s by nothing',
    (role) => {
      const relation = { ...everything, nonDisclosure: true };
      for (const part of [...places, 'travel-area'] as const)
        expect(mayRead(viewer(role), part, relation, now).permit).toBe(false);
    },
  );
  it('is the person’s own to see', () => {
    for (const part of places)
      expect(
        mayRead(viewer('client'), part, { ...nothing, self: true, nonDisclosure: true }, now).permit,
      ).toBe(true);
  });
});
