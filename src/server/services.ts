import type { z } from 'zod';
import type { House } from '#access';
import type { Viewer } from '#kernel/viewer.ts';
import { type Outcome, runUseCase, type UseCase } from '#use-case';
import { modules } from './modules.ts';

type Bound<M> = {
  readonly [K in keyof M as M[K] extends UseCase<infer _I, infer _O, infer _C>
    ? K
    : never]: M[K] extends UseCase<infer I, infer O, infer C>
    ? (input: z.input<I>) => Promise<Outcome<O, C>>
    : never;
};

/** Every use case, bound to one viewer: what a page or a route of the API is given instead of the database. */
export type Services = { readonly [M in keyof typeof modules]: Bound<(typeof modules)[M]> };

/** Binds the house's use cases to the viewer of a request. */
export function servicesFor(house: House, viewer: Viewer): Services {
  const bound = Object.entries(modules).map(([name, useCases]) => [
    name,
    Object.fromEntries(
      Object.entries(useCases as Record<string, UseCase<z.ZodType, unknown, string>>).map(
        ([key, useCase]) => [key, (input: unknown) => runUseCase(house, viewer, useCase, input)],
      ),
    ),
  ]);
  return Object.fromEntries(bound) as Services;
}
