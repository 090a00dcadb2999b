import type { Opened } from './opened.ts';
import type { ProjectSection } from './sides.ts';

/** The place on the project's page that shows what was changed by the form of a part. */
export const anchors = {
  identity: 'identity',
  budget: 'money',
  'cost-line': 'money',
  share: 'funding',
  'condition-met': 'funding',
  split: 'funding',
  spending: 'months',
  'work-package': 'work',
  purchase: 'work',
  staff: 'people',
  reach: 'area',
  section: 'texts',
  outcome: 'results',
  party: 'parts',
  link: 'overlaps',
  move: 'life',
  version: 'versions',
  file: 'files',
  realised: 'months',
  hours: 'people',
  'report-day': 'identity',
  funder: 'identity',
} as const satisfies Record<string, ProjectSection>;

/** What of a project has a form of its own: acts that have their own use case, and parts of the plan. */
export type EditPart = keyof typeof anchors;
export type ActPart = 'move' | 'version' | 'file' | 'realised' | 'hours' | 'report-day' | 'funder';
export type ChangePart = Exclude<EditPart, ActPart>;

export const isEditPart = (text: string): text is EditPart => text in anchors;

/** By months (1) or half-years (6): as the reader chose, else as it was told last, else by half-years. */
export function spendingStep({ spending }: Opened['plan'], search: URLSearchParams): 1 | 6 {
  const chosen = search.get('months') ?? String(spending[0]?.months ?? 6);
  return chosen === '1' ? 1 : 6;
}

/** First days of the months or half-years that the project touches. */
export function spendingPeriods(opened: Opened, step: 1 | 6): string[] {
  const { startsOn, endsOn } = opened.plan.identity;
  if (!startsOn || !endsOn) return [];
  const months: string[] = [];
  for (let [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const first = step === 1 ? month : month <= 6 ? 1 : 7;
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > endsOn) return [...new Set(months)];
    months.push(`${year}-${String(first).padStart(2, '0')}-01`);
  }
}
