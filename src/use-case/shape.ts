import type { z } from 'zod';
import type { Policy, Purpose, ViewerContext } from '#access';
import type { Refusal, Result } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';

/**
 * Whose data a use case reads or changes. The subjects are named from the input and, once it is there, the output
 * (undefined when the use case was denied or refused); or there are none, and the reason says why.
 */
export type AuditMeaning<I, O> =
  | {
      readonly kind: 'reads' | 'changes' | 'discloses';
      readonly subjects: (input: I, output: O | undefined, viewer: Viewer) => readonly string[];
      /** What the person will read in the log beside the action; never another person's data. */
      readonly details?: (input: I, output: O | undefined) => Record<string, unknown>;
    }
  | { readonly kind: 'none'; readonly why: string };

/** Looks into the database as the viewer, in a transaction of its own. */
export type Look = <T>(work: (context: ViewerContext) => Promise<T>) => Promise<T>;

/** One thing that Polku can do. A missing part does not compile. */
// biome-ignore lint/suspicious/noExplicitAny: who speaks of use cases in general does not know what they read
export interface UseCase<I extends z.ZodType, O, C extends string, R = any> {
  /** `module.verb-object`, as it stands in the log. */
  readonly name: string;
  /** Why; what concerns a person is told by the viewer’s role when it cannot be this role’s (`#access` purposeFor). */
  readonly purpose: Purpose;
  readonly input: I;
  readonly policy: Policy<z.output<I>>;
  readonly audit: AuditMeaning<z.output<I>, O>;
  /** The closed set of expected refusals; each has its words under `refusals.<code>`. */
  readonly refusals: readonly C[];
  /**
   * What takes long and needs no transaction: the reading of what came from outside. Done when the policy has permitted,
   * and before the transaction of the work begins; `run` is given what was read.
   */
  readonly beforehand?: (input: z.output<I>, look: Look) => Promise<Result<R, Refusal<C>>>;
  readonly run: (context: ViewerContext, input: z.output<I>, read: R) => Promise<Result<O, Refusal<C>>>;
}

export type InputOf<U> = U extends UseCase<infer I, unknown, string> ? z.input<I> : never;
// biome-ignore lint/suspicious/noExplicitAny: a conditional type has to match use cases of every input
export type OutputOf<U> = U extends UseCase<any, infer O, string> ? O : never;

/** Declares a use case; exists for inference alone. */
export function defineUseCase<I extends z.ZodType, O, const C extends string, R = void>(
  useCase: UseCase<I, O, C, R>,
): UseCase<I, O, C, R> {
  return useCase;
}

// biome-ignore lint/suspicious/noExplicitAny: use cases of every input
type DoorOf<M> = { [K in keyof M as M[K] extends UseCase<any, any, any> ? K : never]: M[K] };

/** The use cases among what the files of a room export: its door. */
export const doorOf = <M extends object>(exported: M): DoorOf<M> =>
  Object.fromEntries(
    Object.entries(exported).filter(
      ([, each]) => typeof each === 'object' && 'run' in each && 'policy' in each,
    ),
  ) as DoorOf<M>;
