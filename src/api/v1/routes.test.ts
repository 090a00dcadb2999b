import Fastify, { type RouteOptions } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#access';
import { modules } from '#server/modules.ts';
import type { Services } from '#server/services.ts';
import type { UseCase } from '#use-case';
import { mountApi } from './mount.ts';
import { type Operation, only } from './operation.ts';
import { operations } from './operations/index.ts';
import { problemStatuses } from './serve.ts';

// biome-ignore lint/suspicious/noExplicitAny: use cases of every input
type AnyUseCase = UseCase<any, any, string>;
const caseNamed = (name: string): AnyUseCase | undefined => {
  const [module = '', key = ''] = name.split('.');
  return (modules as unknown as Record<string, Record<string, AnyUseCase>>)[module]?.[key];
};

describe('the routes of the API', () => {
  const routes: RouteOptions[] = [];
  beforeAll(async () => {
    const fastify = Fastify();
    fastify.addHook('onRoute', (route) => {
      routes.push(route);
    });
    await mountApi(fastify, { app: {} as App, servicesFor: () => ({}) as Services, rate: 10 });
    await fastify.ready();
  });

  it('are there', () => {
    expect(routes.filter((route) => route.method !== 'HEAD').length).toBeGreaterThanOrEqual(
      operations.length + 2,
    );
    expect(operations.length).toBeGreaterThanOrEqual(14);
  });

  it('each have schemas for every answer, a policy and an audit meaning, and a limit', () => {
    for (const route of routes) {
      const config = route.config;
      expect(route.url.startsWith('/api/v1/'), route.url).toBe(true);
      expect(config?.rateLimit, route.url).toBeTruthy();
      const row = config?.operation;
      if (!row) {
        expect(config?.meaning?.policy.length, route.url).toBeGreaterThan(5);
        expect(config?.meaning?.audit.length, route.url).toBeGreaterThan(10);
        continue;
      }
      const schema = route.schema as { querystring?: unknown; response?: Record<string, unknown> };
      expect(schema.querystring, row.id).toBeDefined();
      expect(
        Object.keys(schema.response ?? {})
          .map(Number)
          .sort(),
        row.id,
      ).toEqual([...new Set([row.status, ...problemStatuses(row)])].sort());
      expect(row.uses.length, row.id).toBeGreaterThan(0);
      for (const name of row.uses) {
        const useCase = caseNamed(name);
        expect(typeof useCase?.policy, name).toBe('function');
        if (useCase?.audit.kind === 'none') expect(useCase.audit.why.length, name).toBeGreaterThan(10);
        else expect(typeof useCase?.audit.subjects, name).toBe('function');
      }
    }
  });

  it('answer every refusal of their use cases with a status chosen on purpose', () => {
    for (const row of operations) {
      const possible = row.uses.flatMap((name) => [...(caseNamed(name)?.refusals ?? [])]);
      for (const code of possible) expect(Object.keys(row.refusals), `${row.id} ${code}`).toContain(code);
    }
  });

  it('give a handler the use cases it names and no others', () => {
    const all = { vacancies: { openJobs: 1, pipeline: 2 }, clients: { worklist: 3 } } as unknown as Services;
    expect(only(all, ['vacancies.openJobs'])).toEqual({ vacancies: { openJobs: 1 } });
  });

  it('never send a field that is not declared, however deep', () => {
    const serialise = (operation: Operation, value: unknown) =>
      JSON.parse(
        serializerCompiler({
          schema: operation.answer,
          method: operation.method,
          url: operation.path,
          httpStatus: '200',
        } as never)(value) as string,
      );
    for (const row of operations) {
      const soiled = withSecrets(row.example.answer);
      expect(JSON.stringify(soiled), row.id).toContain('salaisuus');
      expect(serialise(row, soiled), row.id).toEqual(row.example.answer);
    }
  });
});

/** The value with something undeclared in every object of it (records of counts have no room for one). */
function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, row]) => [key, withSecrets(row)]));
  return 'joined' in value ? inner : { ...inner, personalCode: '010190-900A', notes: 'salaisuus' };
}
