import { describe, expect, it } from 'vitest';
import { languages } from '#kernel/localised.ts';
import { modules } from '#server/modules.ts';
import type { UseCase } from '#use-case';
import { readTexts } from '../../src/texts/files.ts';

// biome-ignore lint/suspicious/noExplicitAny: use cases of every input
type AnyUseCase = UseCase<any, any, string>;
const all = Object.entries(modules).flatMap(([module, door]) =>
  Object.entries(door as unknown as Record<string, AnyUseCase>).map(([key, useCase]) => ({
    module,
    key,
    useCase,
  })),
);

const texts = readTexts();

/** All texts of a namespace by key. */
const textsOf = (language: (typeof languages)[number], namespace: string): Map<string, string> =>
  new Map(Object.entries(texts[language][namespace] ?? {}));

describe('every use case of every module', () => {
  it('is found', () => {
    expect(Object.keys(modules).length).toBeGreaterThanOrEqual(12);
    expect(all.length).toBeGreaterThan(70);
  });

  it('has a name of its module, its own and no other’s', () => {
    const names = all.map(({ useCase }) => useCase.name);
    for (const { module, useCase } of all)
      expect(useCase.name).toMatch(new RegExp(`^${module}\\.[a-z]+(-[a-z]+)*$`));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('has a policy, an input and a closed set of refusals', () => {
    for (const { useCase } of all) {
      expect(typeof useCase.policy, useCase.name).toBe('function');
      expect(typeof useCase.input?.safeParse, useCase.name).toBe('function');
      expect(Array.isArray(useCase.refusals), useCase.name).toBe(true);
      expect(new Set(useCase.refusals).size, useCase.name).toBe(useCase.refusals.length);
    }
  });

  it('says whose data it touches, or why nobody’s', () => {
    for (const { useCase } of all) {
      const { audit } = useCase;
      if (audit.kind === 'none') expect(audit.why.length, useCase.name).toBeGreaterThan(10);
      else {
        expect(['reads', 'changes', 'discloses'], useCase.name).toContain(audit.kind);
        expect(typeof audit.subjects, useCase.name).toBe('function');
      }
    }
  });

  it.each(languages)('has words for each refusal in %s', (language) => {
    const texts = textsOf(language, 'refusals');
    const missing = all.flatMap(({ useCase }) =>
      useCase.refusals.filter((code) => !texts.has(code)).map((code) => `${useCase.name}: ${code}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(languages)('stands in a person’s log in words of %s', (language) => {
    const texts = textsOf(language, 'log-actions');
    const missing = all
      .filter(({ useCase }) => useCase.audit.kind !== 'none' && !texts.get(useCase.name)?.trim())
      .map(({ useCase }) => useCase.name);
    expect(missing).toEqual([]);
    const log = textsOf(language, 'log');
    const rooms = new Set(all.map(({ useCase }) => useCase.name.split('.')[0]));
    expect([...rooms].filter((room) => !log.get(`dpo.room.${room}`)?.trim())).toEqual([]);
  });
});
