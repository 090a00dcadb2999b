import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, operationsOf, responseOf, wrongWith } from '#test/fixtures/specification.ts';
import { specificationAlone } from './alone.ts';
import type { Specification } from './specification.ts';

describe('the specification', () => {
  let made: Specification;
  beforeAll(async () => {
    made = await specificationAlone();
  });

  it('is kept in step (npm run api:spec)', () => {
    const kept: unknown = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));
    expect(kept).toEqual(made);
  });

  it('is OpenAPI 3.1 and every reference in it points to something', () => {
    expect(made.openapi).toBe('3.1.0');
    expect(made.info).toMatchObject({ title: 'Polku', version: '1.0.0' });
    const references = [...JSON.stringify(made).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, value = '']) => value,
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) expect(() => at(made, reference)).not.toThrow();
    const used = new Set(references);
    for (const name of Object.keys(made.components.schemas))
      expect([...used], name).toContain(`#/components/schemas/${name}`);
  });

  it('names every operation once, says who may call it, and describes its path', () => {
    const all = operationsOf(made);
    expect(all.length).toBeGreaterThanOrEqual(15);
    const ids = all.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(all.length);
    for (const { path, operation } of all) {
      expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.summary.length, path).toBeGreaterThan(5);
      expect(operation.description.length, path).toBeGreaterThan(20);
      expect(made.tags.map((tag) => tag.name)).toContain(operation.tags[0]);
      expect(Array.isArray(operation.security), path).toBe(true);
      for (const security of operation.security ?? [])
        for (const name of Object.keys(security))
          expect(made.components.securitySchemes).toHaveProperty(name);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name);
      expect(declared).toEqual(inPath);
    }
  });

  it('gives every operation one success, and problems of both sorts', () => {
    for (const { operation } of operationsOf(made)) {
      const statuses = Object.keys(operation.responses);
      expect(
        statuses.filter((status) => status.startsWith('2')),
        operation.operationId,
      ).toHaveLength(1);
      for (const status of ['400', '401', '429', '500'])
        expect(statuses, operation.operationId).toContain(status);
      for (const status of statuses.filter((text) => /^[45]/.test(text))) {
        const response = responseOf(made, operation, status)!;
        expect(response.description.length).toBeGreaterThan(5);
        expect(response.content?.['application/problem+json']?.schema).toEqual({
          $ref: '#/components/schemas/Problem',
        });
      }
    }
  });

  it('has examples that fit their schemas', () => {
    let examples = 0;
    for (const { operation } of operationsOf(made)) {
      const contents = [
        ...Object.keys(operation.responses).map((status) => responseOf(made, operation, status)?.content),
        operation.requestBody?.content,
      ];
      for (const content of contents.flatMap((row) => Object.values(row ?? {}))) {
        if (content.example === undefined) continue;
        examples++;
        expect(wrongWith(made, content.schema, content.example), operation.operationId).toEqual([]);
      }
    }
    expect(examples).toBeGreaterThanOrEqual(16);
  });

  it('is checked by a check that can fail', () => {
    const page = { $ref: '#/components/schemas/VacancyPage' };
    expect(wrongWith(made, page, { items: [] })).toEqual([]);
    expect(wrongWith(made, page, { items: [], extra: 1 })).not.toEqual([]);
    expect(wrongWith(made, page, {})).not.toEqual([]);
    const answer = { $ref: '#/components/schemas/IntroductionAnswerInput' };
    expect(wrongWith(made, answer, { answer: 'hired', hiredOn: '2026-11-31' })).not.toEqual([]);
    expect(wrongWith(made, { $ref: '#/components/schemas/Count' }, { kind: 'hidden', value: 3 })).not.toEqual(
      [],
    );
  });
});
