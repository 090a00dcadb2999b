import type { SentForm, Values } from '../page.ts';
import type { Opened } from './opened.ts';

/** The parts of a plan that are changed by a form of their own, and those that act by themselves. */
export const changeParts = [
  'identity',
  'budget',
  'cost-line',
  'share',
  'condition-met',
  'split',
  'spending',
  'work-package',
  'purchase',
  'staff',
  'reach',
  'section',
  'outcome',
  'party',
  'link',
] as const;
export type ChangePart = (typeof changeParts)[number];
export const actParts = ['move', 'version', 'file', 'realised', 'hours', 'report-day', 'funder'] as const;
export type EditPart = ChangePart | (typeof actParts)[number];

export const isEditPart = (text: string): text is EditPart =>
  ([...changeParts, ...actParts] as readonly string[]).includes(text);

/** Rows of these can be taken away. */
export const removable: readonly ChangePart[] = [
  'cost-line',
  'share',
  'work-package',
  'purchase',
  'staff',
  'outcome',
  'party',
  'link',
];

/** The place on the page that shows what was changed. */
export const anchors: Readonly<Record<EditPart, string>> = {
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
};

/** Cents as a person would type them: 72259,20; an absent one is an empty field. */
const euros = (cents: number | undefined) =>
  cents === undefined ? '' : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');
const percent = (points: number | undefined) =>
  points === undefined ? '' : String(points / 100).replace('.', ',');

/** What the fields hold at first: the row of the id, or nothing. */
export function valuesOf(part: EditPart, opened: Opened, search: URLSearchParams): Values {
  const { plan, project } = opened;
  const id = search.get('id') ?? '';
  const plain = (row: object | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.entries(row ?? {}).flatMap(([key, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
      ),
    );
  const columns = (
    row:
      | { requested?: number | undefined; approved?: number | undefined; rejected?: number | undefined }
      | undefined,
  ) => ({
    requested: euros(row?.requested),
    approved: euros(row?.approved),
    rejected: euros(row?.rejected),
  });
  switch (part) {
    case 'identity': {
      const applicant = plan.parts.find((one) => one.role === 'applicant');
      return {
        ...plain(plan.identity),
        applicant: applicant?.name ?? '',
        businessId: applicant?.details.businessId ?? '',
        registerNumbers: plan.registerNumbers.map((one) => one.text).join('\n'),
      };
    }
    case 'budget':
      return {
        ...plain(plan.budget),
        aidRate: percent(plan.budget.aidRate),
        sideCostRate: percent(plan.budget.sideCostRate),
      };
    case 'cost-line': {
      const row = plan.costLines.find((one) => one.id === id);
      return { kind: 'wages', ...plain(row), ...columns(row) };
    }
    case 'share': {
      const row = plan.fundingShares.find((one) => one.id === id);
      return {
        ...plain(row),
        ...columns(row),
        condition: row?.condition?.words ?? '',
        conditionBody: row?.condition?.body ?? '',
        conditionExpectedOn: row?.condition?.expectedOn ?? '',
      };
    }
    case 'condition-met':
      return {};
    case 'work-package': {
      const row = plan.workPackages.find((one) => one.id === id);
      return { ...plain(row), needs: row?.needs ?? [] };
    }
    case 'purchase': {
      const row = plan.workPackages.flatMap((one) => one.purchases).find((one) => one.id === id);
      return { ...plain(row), amount: euros(row?.cents) };
    }
    case 'staff': {
      const row = plan.staff.find((one) => one.id === id);
      return { ...plain(row), share: percent(row?.share), hourly: euros(row?.hourly) };
    }
    case 'reach': {
      const names = (kind: string) =>
        plan.places
          .filter((one) => one.kind === kind)
          .map((one) => one.name)
          .join(', ');
      const words = (reach: string) =>
        plan.targetGroups
          .filter((one) => one.reach === reach && one.words !== one.code)
          .map((one) => one.words)
          .join('\n');
      return {
        municipalities: names('municipality'),
        regions: names('region'),
        nationwide: plan.identity.nationwide === true ? 'yes' : '',
        groups: plan.targetGroups.flatMap((one) => one.code ?? []),
        direct: words('direct'),
        indirect: words('indirect'),
      };
    }
    case 'section': {
      const kind = search.get('kind') ?? 'summary';
      return { kind, words: plan.sections.find((one) => one.kind === kind)?.words ?? '' };
    }
    case 'outcome': {
      const row = plan.outcomes.find((one) => one.id === id);
      return { kind: 'result', ...plain(row), used: row?.used === undefined ? '' : row.used ? 'yes' : 'no' };
    }
    case 'party': {
      const row = plan.parts.find((one) => one.id === id);
      return { role: 'partner', ...plain(row), share: euros(row?.share) };
    }
    case 'link':
      return { relation: 'takes-into-account', ...plain(plan.links.find((one) => one.id === id)) };
    case 'spending': {
      const months = spendingStep(opened, search);
      return Object.fromEntries([
        ['months', String(months)],
        ...plan.spending
          .filter((one) => one.months === months)
          .map((one) => [`told.${one.from}`, euros(one.cents)]),
      ]);
    }
    case 'report-day':
      return { reportDueOn: project.reportDueOn ?? '' };
    case 'funder':
      return { funderId: project.funderId ?? '' };
    case 'move':
      return { on: opened.today };
    default:
      return {};
  }
}

/** By months (1) or half-years (6): as the reader chose, else as it was told last, else by half-years. */
export function spendingStep(opened: Opened, search: URLSearchParams): 1 | 6 {
  const chosen = search.get('jakso') ?? String(opened.plan.spending[0]?.months ?? 6);
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

/** The change that a form asks for, as the use case takes it; what the form lacks is absent. */
export function changeOf(part: ChangePart, sent: SentForm, search: URLSearchParams): Record<string, unknown> {
  const values = Object.fromEntries(Object.keys(sent.values).map((name) => [name, sent.text(name)]));
  const id = search.get('id') ?? '';
  const change: Record<string, unknown> = { ...values, part, ...(id === '' ? {} : { id }) };
  if (part === 'work-package') change.needs = sent.list('needs');
  if (part === 'reach') {
    change.groups = sent.list('groups');
    change.nationwide = sent.ticked('nationwide');
  }
  if (part === 'spending')
    change.told = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        name.startsWith('told.') ? [[name.slice('told.'.length), value]] : [],
      ),
    );
  if (part === 'purchase') change.workPackageId = search.get('package') ?? '';
  return change;
}
