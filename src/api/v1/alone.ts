import Fastify from 'fastify';
import type { App } from '#access';
import { mountApi } from './mount.ts';
import type { Specification } from './specification.ts';

/** The specification by itself, from the schemas alone: nothing is opened and nothing listens. */
export async function specificationAlone(): Promise<Specification> {
  const fastify = Fastify();
  await mountApi(fastify, {
    app: undefined as unknown as App,
    servicesFor: () => {
      throw new Error('The specification asks nothing of the house');
    },
    rate: 1,
  });
  await fastify.ready();
  const text = (await fastify.inject('/api/v1/openapi.json')).body;
  await fastify.close();
  return JSON.parse(text) as Specification;
}
