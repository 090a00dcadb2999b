import { describe, expect, it } from 'vitest';
import { consentFields } from '#kernel/consent-fields.ts';
import { groupLooks, type Look } from './looks.ts';
import { lastDay, problemOfUntil, untilChoices } from './period.ts';
import { openFields, type PersonParts, shareProfile } from './share-profile.ts';
import { minutesToTakeBack, withdrawalToTakeBack } from './taking-back.ts';

describe('the diary of looks', () => {
  const look = (more: Partial<Look> = {}): Look => ({
    id: 'l1',
    at: '2026-11-20T10:00:00Z',
    day: '2026-11-20',
    by: 'other',
    official: 'a1',
    role: 'business',
    organisation: 'Yrityspalvelut',
    action: 'consents.open-share-profile',
    purpose: 'recruitment',
    outcome: 'permitted',
    reason: undefined,
    fields: ['skills'],
    ...more,
  });

  it('puts together what is the same, under the newest, and tells how many times', () => {
    const { official: _official, ...shown } = look();
    expect(groupLooks([look(), look({ id: 'l2', at: '2026-11-20T09:00:00Z' })])).toEqual([
      { ...shown, times: 2 },
    ]);
  });

  it.each<[string, Partial<Look>]>([
    ['day', { day: '2026-11-19' }],
    ['official', { official: 'a2' }],
    ['role', { role: 'expert' }],
    ['organisation', { organisation: 'Muu' }],
    ['act', { action: 'consents.print-booklet' }],
    ['purpose', { purpose: 'upkeep' }],
    ['outcome', { outcome: 'denied' }],
    ['reason', { reason: 'no-consent' }],
    ['fields', { fields: ['skills', 'languages'] }],
    ['fields at all', { fields: undefined }],
  ])('keeps apart looks of another %s', (_what, more) => {
    expect(groupLooks([look(), look(more), look()]).map(({ times }) => times)).toEqual([2, 1]);
  });
});

describe('a share profile', () => {
  const name = { text: 'x', language: 'fi' } as const;
  const parts: PersonParts = {
    name: { given: 'Aino', family: 'Esimerkki' },
    contact: { phone: '040' },
    municipality: { code: '491', name },
    education: { level: 'bachelor' },
    skills: [{ name, level: 1, evidence: 'work' }],
    occupations: [{ uri: 'u', name, years: 1 }],
    languages: [{ language: 'fi', cefr: 'C2', native: true }],
    licences: [{ code: 'b', name }],
    wishes: { occupations: [], workingTimes: ['day'] },
    travelArea: [{ code: '491', name }],
  };

  it('has a sign when it has no name, and never beside one', () => {
    expect(shareProfile(parts, ['skills'], false, 'Kettu').sign).toBe('Kettu');
    expect(shareProfile(parts, ['name', 'skills'], false, 'Kettu')).not.toHaveProperty('sign');
    expect(shareProfile({}, ['name'], false, 'Kettu').sign).toBe('Kettu');
    expect(shareProfile(parts, ['skills'], false, undefined)).not.toHaveProperty('sign');
  });

  it('tells which fields are open, and in which of them there is something', () => {
    expect(shareProfile(parts, [...consentFields], false, undefined)).toMatchObject({
      open: [...consentFields],
      visible: [...consentFields],
      ...parts,
    });
    const empty: PersonParts = {
      contact: {},
      skills: [],
      occupations: [],
      languages: [],
      licences: [],
      wishes: { occupations: [], workingTimes: [] },
      travelArea: [],
    };
    expect(shareProfile(empty, [...consentFields], false, undefined)).toEqual({
      open: [...consentFields],
      visible: [],
    });
  });

  it.each<[string, string, PersonParts]>([
    ['contact', 'an address of mail alone', { contact: { email: 'a@example.invalid' } }],
    ['skills', 'occupations alone', { occupations: parts.occupations }],
    ['skills', 'skills alone', { skills: parts.skills }],
    ['wishes', 'an occupation alone', { wishes: { occupations: [{ uri: 'u', name }], workingTimes: [] } }],
    [
      'wishes',
      'a first day alone',
      { wishes: { occupations: [], workingTimes: [], earliestStart: '2026-12-01' } },
    ],
  ])('%s: %s is something', (field, _what, of) => {
    expect(shareProfile(of, [field], false, undefined)).toMatchObject({ visible: [field], ...of });
  });

  it('opens no place of a protected address', () => {
    expect(openFields(consentFields, true)).toEqual(
      consentFields.filter((field) => !['contact', 'municipality', 'travel-area'].includes(field)),
    );
    expect(openFields(['skills', 'contact', 'none', 'skills'], false)).toEqual(
      consentFields.filter((field) => field === 'skills' || field === 'contact'),
    );
  });
});

describe('the last day', () => {
  it('is today at the earliest and twelve months ahead at the latest, both taken', () => {
    expect(
      ['2026-11-19', '2026-11-20', '2027-11-20', '2027-11-21'].map((day) =>
        problemOfUntil(day, '2026-11-20'),
      ),
    ).toEqual(['until-past', undefined, undefined, 'until-too-far']);
    expect(untilChoices('2026-11-20')).toEqual(['2026-12-20', '2027-02-20', '2027-05-20', '2027-11-20']);
  });

  it('is the day before midnight in Finland', () => {
    expect(lastDay('2026-12-31T22:00:00Z')).toBe('2026-12-31');
    expect(lastDay('2026-12-31T22:00:00.001Z')).toBe('2027-01-01');
  });
});

describe('a withdrawal that is taken back', () => {
  const withdrawnAt = '2026-11-20T10:00:00Z';
  const consent = (more: object = {}) => ({
    id: 'k1',
    step: 1,
    underId: null as string | null,
    givenAt: '2026-11-01T10:00:00Z',
    validTo: '2027-03-01T22:00:00Z',
    withdrawnAt: withdrawnAt as string | null,
    withdrawnBy: 'me' as string | null,
    restored: false,
    receiver: { kind: 'organisation', id: 'o1' },
    base: null as { givenAt: string; validTo: string; withdrawnAt: string | null } | null,
    eventClosesAt: null,
    ...more,
  });
  const second = (more: object = {}) =>
    consent({
      id: 'k2',
      step: 2,
      underId: 'k1',
      withdrawnAt: null,
      withdrawnBy: null,
      receiver: { kind: 'company', id: 'c1' },
      base: { givenAt: '2026-11-01T10:00:00Z', validTo: '2027-03-01T22:00:00Z', withdrawnAt },
      ...more,
    });
  const soon = new Date('2026-11-20T10:01:00Z');
  const taken = (all: ReturnType<typeof consent>[], by: string | undefined = 'me', now = soon) =>
    withdrawalToTakeBack(all, by, now)?.consents.map(({ id }) => id);

  it('comes back with what fell with it, the first step first', () => {
    expect(withdrawalToTakeBack([second(), consent()], 'me', soon)).toMatchObject({
      withdrawnAt,
      until: '2026-11-20T10:10:00.000Z',
      consents: [{ id: 'k1' }, { id: 'k2' }],
    });
  });

  it(`is taken back within ${minutesToTakeBack} minutes and by whoever did it`, () => {
    expect(taken([consent()], 'me', new Date('2026-11-20T10:09:59.999Z'))).toEqual(['k1']);
    expect(taken([consent()], 'me', new Date('2026-11-20T10:10:00Z'))).toBeUndefined();
    expect(taken([consent()], 'another')).toBeUndefined();
    expect(
      withdrawalToTakeBack([consent({ withdrawnBy: undefined as never })], undefined, soon),
    ).toBeUndefined();
    expect(taken([consent({ withdrawnAt: null })])).toBeUndefined();
  });

  it('is the last act alone', () => {
    const earlier = consent({
      id: 'k0',
      withdrawnAt: '2026-11-20T09:59:00Z',
      receiver: { kind: 'organisation', id: 'o0' },
    });
    expect(taken([earlier, consent()])).toEqual(['k1']);
    expect(taken([consent(), earlier])).toEqual(['k1']);
  });

  it('is not taken back when it would not stand, was restored, or something was given in its place', () => {
    expect(taken([consent({ validTo: '2026-11-20T10:00:30Z' })])).toBeUndefined();
    expect(taken([consent({ restored: true })])).toBeUndefined();
    const anew = consent({ id: 'k9', givenAt: '2026-11-20T10:00:30Z', withdrawnAt: null });
    expect(taken([consent(), anew])).toBeUndefined();
    expect(taken([consent(), { ...anew, receiver: { kind: 'organisation', id: 'o9' } }])).toEqual(['k1']);
    expect(taken([consent(), { ...anew, receiver: { kind: 'company', id: 'o1' } }])).toEqual(['k1']);
  });

  it('leaves what stood on something else, or had ended before', () => {
    expect(taken([consent(), second({ underId: 'other' })])).toEqual(['k1']);
    expect(taken([consent(), second({ validTo: '2026-11-19T22:00:00Z' })])).toEqual(['k1']);
    expect(taken([consent(), second({ underId: null })])).toEqual(['k1']);
  });

  it('brings a second step back alone only while its first stands', () => {
    const alone = second({ withdrawnAt, withdrawnBy: 'me', base: { ...consent(), withdrawnAt: null } });
    expect(taken([alone])).toEqual(['k2']);
    expect(
      taken([{ ...alone, base: { ...consent(), withdrawnAt: '2026-11-20T09:00:00Z' } }]),
    ).toBeUndefined();
  });
});
