import type { z } from 'zod';
import type { App } from '#access';
import type { Viewer } from '#kernel/viewer.ts';
import {
  editsOf,
  fieldsOf,
  type InputField,
  type InputIssue,
  issuesOf,
  type Outcome,
  type Pins,
  runUseCase,
  type Sending,
  type UseCase,
} from '#use-case';
import { modules } from './modules.ts';

/** A use case bound to a viewer: called with its input; `form` tells a form what that input is. */
export interface BoundUseCase<I, O, C extends string> {
  (input: I, sending?: Sending<O>): Promise<Outcome<O, C>>;
  readonly form: FormFace;
}

/** What a form may ask of a use case: nothing here depends on the viewer, and no schema leaves the server. */
export interface FormFace {
  /** `module.verb-object`, as it stands in the log. */
  readonly name: string;
  readonly refusals: readonly string[];
  readonly fields: (pins?: Pins) => readonly InputField[];
  /** What is wrong with an input, all at once; nothing is run. */
  readonly issues: (input: unknown) => readonly InputIssue[];
  /** How many times a thing has been saved by the form of this use case. */
  readonly edits: (subject: string) => Promise<number>;
}

type Bound<M> = {
  readonly [K in keyof M as M[K] extends UseCase<infer _I, infer _O, infer _C>
    ? K
    : never]: M[K] extends UseCase<infer I, infer O, infer C> ? BoundUseCase<z.input<I>, O, C> : never;
};

/** Every use case, bound to one viewer: what a page or a route of the API is given instead of the database. */
export type Services = { readonly [M in keyof typeof modules]: Bound<(typeof modules)[M]> };

export type AnyUseCase = UseCase<z.ZodType, unknown, string>;
type Face = Omit<FormFace, 'edits'>;

const faces = new WeakMap<AnyUseCase, Face>();

/** A use case's face towards forms, made once; its fields are worked out when first asked. */
export function faceOf(useCase: AnyUseCase): Face {
  let face = faces.get(useCase);
  if (!face) {
    const { name, refusals, input } = useCase;
    const known = new Map<string, readonly InputField[]>();
    face = {
      name,
      refusals,
      fields: (pins = {}) => {
        const key = JSON.stringify(pins);
        const fields = known.get(key) ?? fieldsOf(input, pins);
        if (known.size < 100) known.set(key, fields);
        return fields;
      },
      issues: (given) => {
        const parsed = input.safeParse(given);
        return parsed.success ? [] : issuesOf(parsed.error, given);
      },
    };
    faces.set(useCase, face);
  }
  return face;
}

/** Binds the house's use cases to the viewer of a request. */
export function servicesFor(app: App, viewer: Viewer): Services {
  const bind = (useCase: AnyUseCase) => {
    const face = faceOf(useCase);
    return Object.assign(
      (input: unknown, sending?: Sending<unknown>) => runUseCase(app, viewer, useCase, input, sending),
      { form: { ...face, edits: (subject: string) => editsOf(app, viewer, face.name, subject) } },
    );
  };
  const bound = Object.entries(modules).map(([name, useCases]) => [
    name,
    Object.fromEntries(
      Object.entries(useCases as Record<string, AnyUseCase>).map(([key, useCase]) => [key, bind(useCase)]),
    ),
  ]);
  return Object.fromEntries(bound) as Services;
}
