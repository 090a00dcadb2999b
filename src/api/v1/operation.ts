import type { z } from 'zod';
import type { Scope } from '#accounts';
import type { Day } from '#kernel/days.ts';
import type { Result } from '#kernel/result.ts';
import type { Services } from '#server/services.ts';
import type { ProblemCode } from './problems.ts';

type UseCaseName = { [M in keyof Services & string]: `${M}.${keyof Services[M] & string}` }[keyof Services &
  string];

/** What an operation is given: the checked parts of the request, and the use cases bound to the caller. */
export interface Call<P, Q, B> {
  /** Only the use cases that the operation names. */
  readonly services: Services;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly today: Day;
  /** Of a change with a key: the id to make things with, the same each time the request is sent again. */
  readonly madeId: string;
  /** The same request was begun before and never answered: it may have been done. */
  readonly resumed: boolean;
}

/** A refusal of a use case, or one of the API's own. */
export interface Refused {
  readonly code: string;
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What an operation answers: its body, or a page of a list with the place of the next one. */
export type Answer<T> = Result<T, Refused>;

/** One operation of the API, as it is served, checked and described. */
export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Under /api/v1, with OpenAPI's braces. */
  readonly path: string;
  /** `anybody` needs no token. */
  readonly scope: Scope | 'anybody';
  readonly summary: string;
  readonly description: string;
  readonly uses: readonly UseCaseName[];
  readonly params?: P;
  readonly query: Q;
  readonly body?: B;
  readonly status: 200 | 201;
  readonly answer: A;
  /** Public answers can be asked again with If-None-Match; nothing else is ever kept by anybody on the way. */
  readonly cache?: 'public';
  readonly example: { readonly request?: z.input<B>; readonly answer: z.output<A> };
  /** Every refusal of its use cases, and how it is answered; `not-permitted` is 403 unless said otherwise. */
  readonly refusals: Readonly<Record<string, 400 | 403 | 404 | 409 | 422>>;
  /** Instead of the use case's own code, so that nothing is told of what the caller may not see. */
  readonly saidAs?: Readonly<Record<string, ProblemCode>>;
  readonly run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer<z.output<A>>>;
}

/** Declares an operation; exists for inference alone. */
export function operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  row: Operation<P, Q, B, A>,
): Operation {
  return row as unknown as Operation;
}

/** The services, narrowed to what the operation names: another use case is a mistake of ours and fails loudly. */
export function only(services: Services, uses: readonly string[]): Services {
  const modules = [...new Set(uses.map((use) => use.split('.')[0]!))];
  return Object.fromEntries(
    modules.map((module) => [
      module,
      Object.fromEntries(
        uses
          .filter((use) => use.startsWith(`${module}.`))
          .map((use) => {
            const key = use.slice(module.length + 1);
            return [key, (services as unknown as Record<string, Record<string, unknown>>)[module]?.[key]];
          }),
      ),
    ]),
  ) as Services;
}
