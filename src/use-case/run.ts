import type { z } from 'zod';
import { type House, withHandle } from '#access';
import { writeEntry } from '#audit';
import { err, NotNow, type Refusal, type Result } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { UseCase } from './shape.ts';

/** What can come back besides the use case's own refusals. */
export type Outcome<O, C extends string> = Result<
  O,
  Refusal<C | 'invalid-input' | 'not-permitted' | 'not-now'>
>;

/** Carries a refusal out of the transaction, so that nothing the use case wrote before it stays. */
class Refused extends Error {
  readonly refusal: Refusal<string>;
  constructor(refusal: Refusal<string>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Runs a use case for a viewer: input, policy, work and audit entry in one transaction. A denial or a refusal rolls the
 * work back and is logged too; the entry is committed before the answer leaves.
 */
export async function runUseCase<I extends z.ZodType, O, C extends string>(
  house: House,
  viewer: Viewer,
  useCase: UseCase<I, O, C>,
  raw: unknown,
): Promise<Outcome<O, C>> {
  const parsed = useCase.input.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issueCode(issue),
    }));
    return err({ code: 'invalid-input', details: { issues } });
  }
  const input = parsed.data;
  try {
    return await withHandle(house, viewer, useCase.purpose, async (handle) => {
      const decision = await useCase.policy(handle, input);
      if (!decision.permit)
        throw new Refused({ code: 'not-permitted', details: { reason: decision.reason } });
      const result = await useCase.run(handle, input);
      if (!result.ok) throw new Refused(result.error);
      await writeEntry(handle, entryOf(useCase, viewer, input, result.value, 'permitted'));
      return result;
    });
  } catch (thrown) {
    const error = thrown instanceof NotNow ? new Refused({ code: 'not-now' }) : thrown;
    if (!(error instanceof Refused)) throw error;
    const denied = error.refusal.code === 'not-permitted';
    const reason = denied ? String(error.refusal.details?.reason) : error.refusal.code;
    await withHandle(house, viewer, useCase.purpose, (handle) =>
      writeEntry(handle, {
        ...entryOf(useCase, viewer, input, undefined, denied ? 'denied' : 'refused'),
        reason,
      }),
    );
    return err(error.refusal as Refusal<C>);
  }
}

function entryOf<I extends z.ZodType, O, C extends string>(
  useCase: UseCase<I, O, C>,
  viewer: Viewer,
  input: z.output<I>,
  output: O | undefined,
  outcome: 'permitted' | 'denied' | 'refused',
) {
  const { audit } = useCase;
  if (audit.kind === 'none') {
    return { action: useCase.name, subjects: [], details: {}, outcome, write: outcome === 'denied' };
  }
  return {
    action: useCase.name,
    subjects: [...new Set(audit.subjects(input, output, viewer))].sort(),
    outcome,
    details: audit.details?.(input, output) ?? {},
    write: true,
  };
}

function issueCode(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  if (issue.code === 'too_small') return 'too-small';
  if (issue.code === 'too_big') return 'too-big';
  if (issue.code === 'invalid_format') return 'invalid-format';
  return 'invalid';
}
