import type { Finding } from '#kernel/findings.ts';
import type { ReadFinding } from './domain/reading.ts';

/**
 * The numbers that findings have in the requirements (A0.2), by their codes. A room that finds something says its code;
 * which of the known inconsistencies it is, is said here once, for reports.
 */
const numbers: Readonly<Record<string, string>> = {
  'numbers-in-many-styles': 'F-04',
  'aid-over-ceiling': 'F-05',
  'own-share-rounded': 'F-06',
  'cost-model-not-stated': 'F-07',
  'rejected-is-blank': 'F-08',
  'rejected-differs': 'F-08',
  'printed-shares-do-not-sum': 'F-09',
  'requested-shares': 'F-09',
  'work-packages-inside-flat-part': 'F-10',
  'work-packages-over-flat-part': 'F-10',
  'flat-rest': 'F-10',
  'same-cost-many-names': 'F-10',
  'breakdown-leaves-some-out': 'F-11',
  'figure-given-in-two-ways': 'F-11',
  'future-event-in-document': 'F-12',
  'source-name-uncertain': 'F-13',
  'committed-before-decision': 'F-15',
  'commitment-before-decision': 'F-15',
  'commitment-conditional': 'F-15',
  'share-without-total': 'F-15',
  'measure-without-indicator': 'F-16',
  'review-day-missing': 'F-18',
  'target-is-open': 'F-19',
  'target-lacks': 'F-19',
  'municipality-ends-during-project': 'F-20',
  'municipalities-before-register': 'F-20',
  'final-report-part-empty': 'F-21',
  'realised-not-given': 'F-21',
  'answer-needs-evidence': 'F-22',
  'scale-not-stated': 'F-23',
  'money-has-source-and-role': 'F-24',
  'typing-error-kept': 'F-25',
  'organisation-has-ended': 'F-26',
};

/** `F-16` for a finding that is one of the known inconsistencies. */
export function findingNumber({ code, grade, hint }: Finding): string | undefined {
  if (code === 'total-differs-from-flat-rate') {
    if (grade === 'text-differs-from-table') return 'F-03';
    return hint?.code === 'no-whole-wages-fit' ? 'F-02' : 'F-01';
  }
  return numbers[code];
}

/** What reading shows of the text itself is told once, with the line of the text; a room says the same of its draft. */
const ofTheText = new Set(['F-04', 'F-12', 'F-13', 'F-23', 'F-25']);

/** Findings of the text and of the rooms in the order of the document, each with its number when it has one. */
export function allFindings(own: readonly ReadFinding[], ofRooms: readonly Finding[]): ReadFinding[] {
  const told = new Set(own.map(({ ref }) => ref));
  const others = ofRooms.flatMap((finding): ReadFinding[] => {
    const ref = findingNumber(finding);
    if (ref !== undefined && ofTheText.has(ref) && told.has(ref)) return [];
    const line = Number(/:?(\d+)(?:-\d+)?$/.exec(finding.source?.split(', ')[0] ?? '')?.[1] ?? Number.NaN);
    return [{ ...finding, ...(ref ? { ref } : {}), ...(Number.isInteger(line) ? { line } : {}) }];
  });
  return [...own, ...others].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
