import { beforeAll, describe, expect, it } from 'vitest';
import { mayHavePurpose, type Purpose } from '#access';
import { roles } from '#kernel/viewer.ts';
import { purposeOf } from '#use-case';
import { type Walked, walkUseCases } from '../../scripts/access-rules.ts';

/** What a person reads in the log as the reason, of every use case that concerns persons, for every role that its door lets in. */
describe('the purpose that stands in the log', () => {
  let told: { name: string; role: (typeof roles)[number]; purpose: Purpose }[];
  beforeAll(async () => {
    const walked: Walked[] = await walkUseCases();
    told = walked.flatMap(({ name, purpose, audit, answers }) =>
      audit === 'none'
        ? []
        : roles
            .filter((role) => answers[role] !== 'never')
            .map((role) => ({
              name,
              role,
              purpose: purposeOf({ audit: { kind: audit }, purpose: purpose as Purpose }, { role }),
            })),
    );
  });
  const saidBy = (role: string) => new Set(told.filter((row) => row.role === role).map((row) => row.purpose));

  it('can be that of the role, for every door', () => {
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter(({ role, purpose }) => !mayHavePurpose(role, purpose))).toEqual([]);
  });

  it('is own matters for the person and for nobody else', () => {
    expect([...saidBy('client')]).toEqual(['own-data']);
    expect(told.filter(({ role, purpose }) => role !== 'client' && purpose === 'own-data')).toEqual([]);
  });

  it('is never employment service for an employer, nor recruitment for an expert', () => {
    expect([...saidBy('employer')]).toEqual(['recruitment']);
    expect(saidBy('expert')).not.toContain('recruitment');
    expect([...saidBy('dpo')]).toEqual(['supervision']);
  });

  it('is of an expert who reads consents employment service, of an employer who reads why a job fits recruitment', () => {
    const of = (name: string, role: string) =>
      told.find((row) => row.name === name && row.role === role)?.purpose;
    expect(of('consents.my-consents', 'expert')).toBe('employment-service');
    expect(of('consents.disclosures', 'expert')).toBe('employment-service');
    expect(of('consents.my-consents', 'client')).toBe('own-data');
    expect(of('matching.explain', 'employer')).toBe('recruitment');
  });
});
