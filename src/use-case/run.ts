import type { z } from 'zod';
import { type App, inTransactionAs, type Purpose, purposeFor, type ViewerContext } from '#access';
import { writeEntry } from '#audit';
import { DatabaseAway } from '#db/away.ts';
import { err, NotNow, type Refusal, type Result } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { issuesOf } from './issues.ts';
import { AlreadySent, acceptSending, keepAnswer, type Sending } from './sending.ts';
import type { UseCase } from './shape.ts';

/** What can come back besides the use case's own refusals. */
export type Outcome<O, C extends string> = Result<
  O,
  Refusal<C | 'invalid-input' | 'not-permitted' | 'not-now' | 'sent-already' | 'saved-meanwhile'>
>;

/** Carries a refusal out of the transaction, so that nothing the use case wrote before it stays. */
class Refused extends Error {
  readonly refusal: Refusal<string>;
  constructor(refusal: Refusal<string>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Looks on while a use case runs, and sees how it came out. */
export type Watch = <R extends Outcome<unknown, string>>(
  useCase: string,
  run: () => Promise<R>,
) => Promise<R>;

const watches = new WeakMap<App, Watch>();

/** Whoever watches over the service sees every use case of this house from now on: its name and how it came out. */
export function watchUseCases(app: App, watch: Watch): void {
  watches.set(app, watch);
}

/**
 * Runs a use case for a viewer: input, policy, work and audit entry in one transaction. A denial or a refusal rolls the
 * work back and is logged too; the entry is committed before the answer leaves. What it reads `beforehand` is read when the
 * policy has permitted, outside any transaction. While the database is away nothing is
 * done and nothing can be logged: `not-now`. What a form sends comes with a
 * `sending`: its key is taken once, and what somebody saved meanwhile is not overwritten.
 */
export async function runUseCase<I extends z.ZodType, O, C extends string, R>(
  app: App,
  viewer: Viewer,
  useCase: UseCase<I, O, C, R>,
  raw: unknown,
  sending?: Sending<O>,
): Promise<Outcome<O, C>> {
  const parsed = useCase.input.safeParse(raw);
  if (!parsed.success) {
    return err({ code: 'invalid-input', details: { issues: issuesOf(parsed.error, raw) } });
  }
  try {
    const run = () => runAndLog(app, viewer, useCase, parsed.data, sending);
    return await (watches.get(app)?.(useCase.name, run) ?? run());
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    return err({ code: 'not-now' });
  }
}

async function runAndLog<I extends z.ZodType, O, C extends string, R>(
  app: App,
  viewer: Viewer,
  useCase: UseCase<I, O, C, R>,
  input: z.output<I>,
  sending?: Sending<O>,
): Promise<Outcome<O, C>> {
  let systemReasons: ReadonlySet<string> = new Set();
  const permitted = async (context: ViewerContext) => {
    const decision = await useCase.policy(context, input);
    if (!decision.permit) throw new Refused({ code: 'not-permitted', details: { reason: decision.reason } });
  };
  try {
    const read = await readBeforehand(app, viewer, useCase, input, permitted);
    return await inTransactionAs(app, viewer, purposeOf(useCase, viewer), async (context) => {
      systemReasons = context.systemReasons;
      await permitted(context);
      if (sending !== undefined && !(await acceptSending(context, useCase.name, sending)))
        throw new Refused({ code: 'saved-meanwhile' });
      const result = await useCase.run(context, input, read);
      if (!result.ok) throw new Refused(result.error);
      await writeEntry(context, entryOf(useCase, viewer, input, result.value, 'permitted', systemReasons));
      if (sending !== undefined) await keepAnswer(context, sending, result.value);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof AlreadySent)
      return err({ code: 'sent-already', details: { answer: thrown.answer } });
    if (thrown instanceof DatabaseAway) throw thrown;
    const error = thrown instanceof NotNow ? new Refused({ code: 'not-now' }) : thrown;
    if (!(error instanceof Refused)) throw error;
    const denied = error.refusal.code === 'not-permitted';
    const reason = denied ? String(error.refusal.details?.reason) : error.refusal.code;
    await inTransactionAs(app, viewer, purposeOf(useCase, viewer), (context) =>
      writeEntry(context, {
        ...entryOf(useCase, viewer, input, undefined, denied ? 'denied' : 'refused', systemReasons),
        reason,
      }),
    );
    return err(error.refusal as Refusal<C>);
  }
}

/** Why this viewer does it: what the use case declares, unless it concerns a person and cannot be this role's purpose. */
export function purposeOf(
  { audit, purpose }: { readonly audit: { readonly kind: string }; readonly purpose: Purpose },
  { role }: Pick<Viewer, 'role'>,
): Purpose {
  return audit.kind === 'none' ? purpose : purposeFor(purpose, role);
}

/** What the use case reads before its transaction, for one who may do it. */
async function readBeforehand<I extends z.ZodType, O, C extends string, R>(
  app: App,
  viewer: Viewer,
  useCase: UseCase<I, O, C, R>,
  input: z.output<I>,
  permitted: (context: ViewerContext) => Promise<void>,
): Promise<R> {
  if (useCase.beforehand === undefined) return undefined as R;
  const purpose = purposeOf(useCase, viewer);
  await inTransactionAs(app, viewer, purpose, permitted);
  const read = await useCase.beforehand(input, (work) => inTransactionAs(app, viewer, purpose, work));
  if (!read.ok) throw new Refused(read.error);
  return read.value;
}

function entryOf<I extends z.ZodType, O, C extends string, R>(
  useCase: UseCase<I, O, C, R>,
  viewer: Viewer,
  input: z.output<I>,
  output: O | undefined,
  outcome: 'permitted' | 'denied' | 'refused',
  systemReasons: ReadonlySet<string>,
) {
  const { audit } = useCase;
  const asSystem = systemReasons.size > 0 ? { asSystem: [...systemReasons].sort() } : {};
  if (audit.kind === 'none') {
    return { action: useCase.name, subjects: [], details: asSystem, outcome, write: outcome === 'denied' };
  }
  return {
    action: useCase.name,
    subjects: [...new Set(audit.subjects(input, output, viewer))].sort(),
    outcome,
    details: { ...audit.details?.(input, output), ...asSystem },
    write: true,
  };
}
