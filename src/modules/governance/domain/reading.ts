import { daysBetween } from '#kernel/days.ts';
import { type Finding, inNumber } from '#kernel/findings.ts';
import type { BoardItemDraft } from './draft.ts';

/**
 * What a person should look at in an item that was read from its document. Nothing is changed by these: a promise and
 * the decision that confirms it stay two facts with two days (F-15: 21.10.2022 and 7.11.2022, 17 days).
 */
export function findingsOf(draft: BoardItemDraft): Finding[] {
  const findings: Finding[] = [];
  for (const commitment of draft.commitments) {
    const days = daysBetween(commitment.madeOn, draft.meetingOn.value);
    if (days > 0)
      findings.push({
        code: 'commitment-before-decision',
        grade: 'notice',
        printed: { kind: 'day', value: commitment.madeOn },
        computed: { kind: 'day', value: draft.meetingOn.value },
        difference: inNumber(days),
        source: String(commitment.line),
      });
    if (commitment.condition !== undefined)
      findings.push({
        code: 'commitment-conditional',
        grade: 'notice',
        printed: { kind: 'text', value: commitment.condition },
        source: String(commitment.line),
      });
  }
  const has = (kind: BoardItemDraft['parts'][number]['kind']) =>
    draft.parts.some((part) => part.kind === kind);
  if (draft.section === undefined) findings.push({ code: 'section-missing', grade: 'missing' });
  if (draft.registerNumbers.length === 0)
    findings.push({ code: 'register-number-missing', grade: 'missing' });
  if (draft.outcomes.length > 0 && draft.result === undefined)
    findings.push({ code: 'result-missing', grade: 'missing' });
  if (draft.result !== undefined && draft.outcomes.length === 0)
    findings.push({ code: 'outcomes-missing', grade: 'missing' });
  if (!draft.minutesChecked) findings.push({ code: 'minutes-unchecked', grade: 'notice' });
  if (!has('legal-basis')) findings.push({ code: 'legal-basis-missing', grade: 'notice' });
  if (!has('appeal')) findings.push({ code: 'appeal-missing', grade: 'notice' });
  return findings;
}

/** The same value, with the keys of its objects in order: the text that a content hash is taken of. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
