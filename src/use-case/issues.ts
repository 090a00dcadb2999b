import type { z } from 'zod';

/** What is wrong with a field of an input: a code, and what fills the places of its sentence. */
export type InputIssue = {
  readonly path: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
};

/** The issues of an input as codes that have sentences. The house's own codes travel as zod's message. */
export function issuesOf(error: z.ZodError, input: unknown): InputIssue[] {
  return error.issues.map((issue) => {
    const path = issue.path.join('.');
    return { path, ...codeOf(issue, at(input, issue.path)) };
  });
}

const isCode = (text: string) => /^[a-z][a-z0-9-]*$/.test(text);

function codeOf(issue: z.core.$ZodIssue, value: unknown): Omit<InputIssue, 'path'> {
  if (isCode(issue.message)) return { code: issue.message };
  if (value === undefined || value === '' || value === null) return { code: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'not-a-number' : 'invalid' };
    case 'too_small': {
      const limit = Number(issue.minimum);
      if (issue.origin === 'string') return { code: 'too-short', details: { limit } };
      if (issue.origin === 'array' || issue.origin === 'set') return { code: 'too-few', details: { limit } };
      return { code: 'number-too-small', details: { limit } };
    }
    case 'too_big': {
      const limit = Number(issue.maximum);
      if (issue.origin === 'string')
        return { code: 'too-long', details: { limit, count: String(value).length - limit } };
      if (issue.origin === 'array' || issue.origin === 'set') return { code: 'too-many', details: { limit } };
      return { code: 'number-too-big', details: { limit } };
    }
    case 'invalid_format':
      return { code: 'invalid-format' };
    case 'invalid_union': {
      // “Empty, or a web address”: what was typed was meant for the shape that says more than “not this one”.
      const shapes: readonly (readonly z.core.$ZodIssue[])[] = issue.errors;
      const meant = shapes
        .filter((issues) => issues.length === 1 && issues[0]!.path.length === 0)
        .map(([only]) => only!)
        .find(({ code }) => code !== 'invalid_value' && code !== 'invalid_type');
      return meant === undefined ? { code: 'choose-one' } : codeOf(meant, value);
    }
    case 'invalid_value':
      return { code: 'choose-one' };
    case 'unrecognized_keys':
      return { code: 'unknown-field' };
    default:
      return { code: 'invalid' };
  }
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/**
 * For a rule of two fields in an input (`.refine(rule, { path, error, when: toldWithOthers })`): it is looked at even
 * when other fields are wrong, so that all errors are told at once. The rule must bear a field that is not there.
 */
export const toldWithOthers = (): boolean => true;
