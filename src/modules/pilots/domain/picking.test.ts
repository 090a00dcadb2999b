import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, criteria, degreesOf, pickGroup, startingWeights, type Weights } from './picking.ts';

const today = '2026-11-20';
const candidate = (over: Partial<Candidate> = {}): Candidate => ({
  clientId: 'a',
  birthDate: '1985-05-05',
  nativeLanguage: 'fi',
  educationLevel: 'upper-secondary',
  searchStartedOn: '2026-05-20',
  caseOpen: true,
  latestOutcome: null,
  skillCount: 5,
  introductions: 0,
  inPilot: false,
  ...over,
});

describe('degrees', () => {
  it.each<[Partial<Candidate>, keyof Weights, number]>([
    [{ birthDate: '2001-11-21' }, 'young', 100],
    [{ birthDate: '2001-11-20' }, 'young', 80],
    [{ birthDate: '1996-11-21' }, 'young', 80],
    [{ birthDate: '1996-11-20' }, 'young', 0],
    [{ nativeLanguage: 'sv' }, 'other-language', 0],
    [{ nativeLanguage: 'uk' }, 'other-language', 100],
    [{ educationLevel: 'basic' }, 'education', 0],
    [{ skillCount: 14 }, 'skills', 100],
    [{}, 'hidden-potential', 35],
    [{ introductions: 1 }, 'hidden-potential', 0],
    [{ searchStartedOn: '2020-01-01' }, 'long-search', 100],
  ])('%j gives %s %i', (over, criterion, degree) => {
    expect(degreesOf(candidate(over), today)[criterion]).toBe(degree);
  });
});

const drawn = fc.array(
  fc.record({
    birthDate: fc.integer({ min: 1950, max: 2010 }).map((year) => `${year}-06-15`),
    nativeLanguage: fc.constantFrom('fi', 'sv', 'uk', 'ar'),
    educationLevel: fc.constantFrom('basic', 'upper-secondary', 'lower-tertiary', 'unknown'),
    skillCount: fc.nat(20),
    introductions: fc.nat(2),
    latestOutcome: fc.constantFrom(null, 'employed', 'closer-to-work'),
    caseOpen: fc.boolean(),
    inPilot: fc.boolean(),
  }),
  { minLength: 1, maxLength: 80 },
);
const people = (rows: Partial<Candidate>[]) =>
  rows.map((row, i) => candidate({ ...row, clientId: `client-${String(i).padStart(4, '0')}` }));
const anyWeights = fc.record(
  Object.fromEntries(criteria.map((c) => [c, fc.nat(10)])),
) as fc.Arbitrary<Weights>;

describe('picking', () => {
  it('is the same from the same seed, whatever the order in which people come', () => {
    fc.assert(
      fc.property(drawn, anyWeights, fc.nat(99), (rows, weights, seed) => {
        const list = people(rows);
        expect(pickGroup(list.toReversed(), weights, 10, seed, today)).toEqual(
          pickGroup(list, weights, 10, seed, today),
        );
      }),
    );
  });

  it('gives everybody a reason: points, a place beyond the size, or a bar', () => {
    fc.assert(
      fc.property(drawn, anyWeights, fc.nat(20), (rows, weights, size) => {
        const picks = pickGroup(people(rows), weights, size, 1, today);
        expect(picks).toHaveLength(rows.length);
        const chosen = picks.filter((pick) => pick.chosen);
        expect(chosen.length).toBe(Math.min(size, picks.filter((pick) => !pick.bar).length));
        for (const pick of picks) {
          expect(pick.points).toBe(pick.reasons.reduce((sum, reason) => sum + reason.points, 0));
          if (pick.bar) expect(pick.chosen).toBe(false);
          else if (!pick.chosen) expect(pick.rank).toBeGreaterThan(size);
        }
        const least = Math.min(...chosen.map((pick) => pick.points));
        for (const pick of picks)
          if (!pick.chosen && !pick.bar) expect(pick.points).toBeLessThanOrEqual(least);
      }),
    );
  });

  it('picks 50 of 2 000', () => {
    const list = people(
      Array.from({ length: 2_000 }, (_, i) => ({
        birthDate: `${1960 + (i % 48)}-03-03`,
        nativeLanguage: i % 7 ? 'fi' : 'uk',
        skillCount: i % 15,
      })),
    );
    const picks = pickGroup(list, startingWeights, 50, 2026, today);
    expect(picks.filter((pick) => pick.chosen)).toHaveLength(50);
    expect(picks.find((pick) => pick.chosen)!.reasons[0]!.points).toBeGreaterThan(0);
  });
});
