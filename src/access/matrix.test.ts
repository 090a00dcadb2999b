import { describe, expect, it } from 'vitest';
import { type Role, roles, type Viewer } from '#kernel/viewer.ts';
import {
  classOf,
  dataClasses,
  exceptions,
  forms,
  matrix,
  neverShared,
  notOpenYet,
  rolesNotOpenYet,
  type Tie,
} from './matrix.ts';
import { consentFields, mayKeep, mayRead, type Part, parts } from './person-rules.ts';
import type { ConsentFact, Relation } from './relation.ts';

const now = new Date('2026-11-20T10:00:00Z');
const person = 'person';
const nothing: Relation = {
  exists: true,
  self: false,
  caseWorker: false,
  conflict: false,
  nonDisclosure: false,
  addressGrant: false,
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

/** The least relation that each tie asks for; a tie that is not here is not open yet. */
const ties: Partial<Record<Tie, Partial<Relation>>> = {
  always: {},
  self: { self: true },
  case: { caseWorker: true },
  team: { caseWorker: true },
  author: { caseWorker: true },
  'consent-1': { consents: [consent(1)] },
  'consent-2': { consents: [consent(2)] },
};
const everything: Relation = {
  ...nothing,
  self: true,
  caseWorker: true,
  addressGrant: true,
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

const acts = { reads: mayRead, keeps: mayKeep } as const;
type Act = keyof typeof acts;

function tieOf(role: Role, part: Part, act: Act): Tie {
  const form = forms[matrix[role][classOf(part, role)]];
  const receives = ['consent-1', 'consent-2', 'consent'].includes(form.reads);
  if (receives && neverShared.includes(part)) return 'never';
  return act === 'reads' ? form.reads : form.writes;
}

function exceptionTo(role: Role, part: Part, act: Act) {
  return exceptions.find((one) => one.act === act && one.roles.includes(role) && one.parts.includes(part));
}

const isOpen = (role: Role, tie: Tie) =>
  ties[tie] !== undefined && !(rolesNotOpenYet.includes(role) && tie !== 'always');
const cells = roles.flatMap((role) =>
  parts.flatMap((part) =>
    (['reads', 'keeps'] as const).map((act) => ({ role, part, act, tie: tieOf(role, part, act) })),
  ),
);

describe('the matrix of roles and the rules about a person', () => {
  it('has every role and every class', () => {
    expect(Object.keys(matrix).sort()).toEqual([...roles].sort());
    for (const role of roles) expect(Object.keys(matrix[role])).toEqual(Object.keys(dataClasses));
  });

  const open = cells.filter(
    ({ role, part, act, tie }) => tie !== 'never' && isOpen(role, tie) && !exceptionTo(role, part, act),
  );
  it.each(open)('$role $act $part with $tie, and not without', ({ role, part, act, tie }) => {
    const may = acts[act];
    const tied = { ...nothing, ...ties[tie] };
    expect(may(viewer(role), part, tied, now)).toEqual({ permit: true });
    if (tie === 'always') return;
    const without: Relation = { ...everything };
    for (const key of Object.keys(ties[tie]!))
      Object.assign(without, { [key]: nothing[key as keyof Relation] });
    if (tie === 'consent-1') without.consents = [consent(2)];
    if (tie === 'consent-2') without.consents = [consent(1)];
    expect(may(viewer(role), part, nothing, now).permit).toBe(false);
    expect(may(viewer(role), part, without, now).permit).toBe(false);
    if (role !== 'client')
      expect(may(viewer(role), part, { ...tied, conflict: true }, now)).toEqual({
        permit: false,
        reason: 'own-or-relatives-file',
      });
  });

  const closed = cells.filter(({ role, part, act, tie }) => tie === 'never' && !exceptionTo(role, part, act));
  it.each(closed)('$role never $act $part, whatever the relation', ({ role, part, act }) => {
    expect(acts[act](viewer(role), part, everything, now).permit).toBe(false);
  });

  const later = cells.filter(({ role, tie }) => tie !== 'never' && !isOpen(role, tie));
  it.each(later)('$role $act $part with $tie: not open yet, so denied', ({ role, part, act, tie }) => {
    expect(rolesNotOpenYet.includes(role) || notOpenYet[tie] !== undefined).toBe(true);
    expect(acts[act](viewer(role), part, everything, now).permit).toBe(false);
  });

  const told = cells.flatMap((cell) => {
    const exception = exceptionTo(cell.role, cell.part, cell.act);
    return exception ? [{ ...cell, code: exception.code }] : [];
  });
  it.each(told)(
    '$role $act $part: the code permits $code than the table, as it is told',
    ({ role, part, act, tie, code }) => {
      const permits = acts[act](viewer(role), part, everything, now).permit;
      expect(permits).toBe(code === 'more');
      expect(tie === 'never').toBe(code === 'more');
      expect(acts[act](viewer(role), part, nothing, now).permit).toBe(false);
    },
  );

  it('leaves no cell out', () => {
    expect(open.length + closed.length + later.length + told.length).toBe(roles.length * parts.length * 2);
    expect(open.length).toBeGreaterThan(70);
    expect(later.length).toBeGreaterThan(30);
    const uses = new Set(cells.map((cell) => cell.tie));
    for (const tie of uses)
      if (tie !== 'never' && tie !== 'grant' && !ties[tie]) expect(notOpenYet, tie).toHaveProperty([tie]);
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
      expect(mayKeep(viewer(role), part, hidden, now).permit).toBe(false);
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
