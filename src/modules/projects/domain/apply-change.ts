import { strictSplit } from '#kernel/budgets.ts';
import { sumCents } from '#kernel/money.ts';
import { has, put as putInto, remove as removeFrom } from '#kernel/parts.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type Change, type ChangeOf, type ChangeRefusal, withEveryField } from './changes.ts';
import { planLists } from './codes.ts';
import { costSums } from './cost-models.ts';
import type { Plan } from './plan.ts';

/** The plan with one thing changed. Pure; what the form did not ask about stays as it was. */
export function applyChange(plan: Plan, asked: Change): Result<Plan, ChangeRefusal> {
  const change = withEveryField(asked);
  switch (change.part) {
    case 'identity':
      return ok(withIdentity(plan, change));
    case 'budget':
      return ok({ ...plan, budget: rowOf(change) });
    case 'cost-line':
      return put(plan, 'cost-line', rowOf(change));
    case 'staff':
      return put(plan, 'staff', rowOf(change));
    case 'link':
      return put(plan, 'link', rowOf(change));
    case 'share': {
      const { words, ...condition } = change.condition;
      const before = plan.fundingShares.find(({ id }) => id === change.id)?.condition;
      return put(plan, 'share', {
        ...rowOf(change),
        condition: words === undefined ? undefined : { ...before, ...condition, words },
      });
    }
    case 'outcome':
      return put(plan, 'outcome', { ...rowOf(change), used: change.used && change.used === 'yes' });
    case 'party':
      return put(plan, 'party', {
        ...rowOf(change),
        details: plan.parts.find(({ id }) => id === change.id)?.details ?? {},
      });
    case 'condition-met':
      return withConditionMet(plan, change);
    case 'spending': {
      const told = Object.entries(change.told).map(([from, cents]) => ({
        from,
        months: change.months,
        cents,
      }));
      return ok({ ...plan, spending: told.sort((a, b) => (a.from < b.from ? -1 : 1)) });
    }
    case 'split':
      return withSplit(plan);
    case 'work-package':
      return withWorkPackage(plan, change);
    case 'purchase':
      return withPurchase(plan, change);
    case 'reach':
      return ok(withReach(plan, change));
    case 'section': {
      const { kind, words } = change;
      const before = plan.sections.find((section) => section.kind === kind);
      const others = plan.sections.filter((section) => section.kind !== kind);
      return ok({ ...plan, sections: [...others, { ...before, kind, words }] });
    }
    case 'remove':
      return removed(plan, change);
  }
}

type ListPart = keyof typeof planLists;
type RowOf<P extends ListPart> = Plan[(typeof planLists)[P]][number];

const rowOf = <C extends Change>({ part: _part, ...row }: C): Omit<C, 'part'> => row;

/** Changes the row of that id, or adds one. What a document printed stays with the row. */
function put<P extends ListPart>(plan: Plan, part: P, row: RowOf<P>): Result<Plan, ChangeRefusal> {
  const list = planLists[part];
  const rows = putInto<RowOf<P>>(plan[list], row);
  return rows === undefined ? err({ code: 'row-not-found' }) : ok({ ...plan, [list]: rows });
}

function withConditionMet(
  plan: Plan,
  { id, metOn, decisionId, note }: ChangeOf<'condition-met'>,
): Result<Plan, ChangeRefusal> {
  const share = plan.fundingShares.find(({ condition }) => condition?.id === id);
  if (share?.condition === undefined) return err({ code: 'row-not-found' });
  return put(plan, 'share', {
    ...share,
    condition: { ...share.condition, metOn, decisionId, metNote: note },
  });
}

function withPurchase(plan: Plan, change: ChangeOf<'purchase'>): Result<Plan, ChangeRefusal> {
  const { workPackageId, ...purchase } = rowOf(change);
  const there = plan.workPackages.find(({ id }) => id === workPackageId);
  const purchases = there && putInto(there.purchases, purchase);
  return purchases === undefined
    ? err({ code: 'row-not-found' })
    : put(plan, 'work-package', { ...there!, purchases });
}

function withIdentity(plan: Plan, change: ChangeOf<'identity'>): Plan {
  const { registerNumbers, applicant, businessId, ...identity } = rowOf(change);
  const numbers = filled(registerNumbers).map(
    (text) =>
      plan.registerNumbers.find((row) => row.text === text) ?? {
        form: /^\d{5,7}$/.test(text)
          ? ('application' as const)
          : /^[A-Z]\d{4,6}$/.test(text)
            ? ('project-code' as const)
            : ('register' as const),
        text,
      },
  );
  const before = plan.parts.find((part) => part.role === 'applicant');
  const others = plan.parts.filter((part) => part !== before);
  return {
    ...plan,
    identity: { ...plan.identity, ...identity },
    registerNumbers: numbers,
    parts:
      applicant === undefined
        ? others
        : [
            { ...before, role: 'applicant', name: applicant, details: { ...before?.details, businessId } },
            ...others,
          ],
  };
}

/** The printed pair gives way to the strict one: only when there is one grant row and one own row with money. */
function withSplit(plan: Plan): Result<Plan, ChangeRefusal> {
  const grants = plan.fundingShares.filter((share) => share.role === 'grant' && (share.requested ?? 0) > 0);
  const owns = plan.fundingShares.filter((share) => share.role === 'own' && (share.requested ?? 0) > 0);
  const total =
    costSums(plan.costLines)?.net ?? sumCents([...grants, ...owns].map((grant) => grant.requested ?? 0));
  if (grants.length !== 1 || owns.length !== 1 || total <= 0) return err({ code: 'nothing-to-split' });
  const split = strictSplit(total, plan.budget.aidRate ?? 8000);
  return ok({
    ...plan,
    fundingShares: plan.fundingShares.map((share) =>
      share === grants[0]
        ? { ...share, requested: split.grant }
        : share === owns[0]
          ? { ...share, requested: split.own }
          : share,
    ),
  });
}

function withWorkPackage(plan: Plan, change: ChangeOf<'work-package'>): Result<Plan, ChangeRefusal> {
  const before = plan.workPackages.find(({ id }) => id === change.id);
  if (plan.workPackages.some((each) => each !== before && each.code === change.code))
    return err({ code: 'code-in-use', field: 'code' });
  const done = put(plan, 'work-package', { ...rowOf(change), purchases: before?.purchases ?? [] });
  if (!done.ok) return done;
  const renamed = (code: string) => (before && code === before.code ? change.code : code);
  const workPackages = done.value.workPackages.map((each) => ({ ...each, needs: each.needs.map(renamed) }));
  if (isCircle(workPackages)) return err({ code: 'dependency-circle', field: 'needs' });
  return ok({
    ...plan,
    workPackages,
    outcomes: plan.outcomes.map((each) => ({
      ...each,
      workPackage: each.workPackage === undefined ? undefined : renamed(each.workPackage),
    })),
  });
}

function isCircle(packages: readonly { code: string; needs: readonly string[] }[]): boolean {
  const needs = new Map(packages.map((row) => [row.code, row.needs]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (needs.get(from) ?? []).some((code) => {
      if (code === to) return true;
      if (seen.has(code)) return false;
      seen.add(code);
      return reaches(code, to, seen);
    });
  return packages.some((row) => reaches(row.code, row.code, new Set()));
}

function withReach(plan: Plan, change: ChangeOf<'reach'>): Plan {
  const names = (texts: readonly string[]) => filled(texts.flatMap((text) => text.split(',')));
  const place = (kind: 'municipality' | 'region') => (name: string) =>
    plan.places.find((row) => row.kind === kind && row.name === name) ?? { kind, name };
  const group = (reach: 'direct' | 'indirect') => (words: string) =>
    plan.targetGroups.find((row) => row.reach === reach && row.words === words) ?? { reach, words };
  const told = [
    ...filled(change.direct).map(group('direct')),
    ...filled(change.indirect).map(group('indirect')),
  ];
  return {
    ...plan,
    identity: { ...plan.identity, nationwide: change.nationwide },
    places: [
      ...names(change.regions).map(place('region')),
      ...plan.places.filter((row) => row.kind === 'sub-region'),
      ...names(change.municipalities).map(place('municipality')),
    ],
    targetGroups: [
      ...told,
      ...change.groups
        .filter((code) => !told.some((row) => 'code' in row && row.code === code))
        .map((code) => ({ reach: 'direct' as const, code, words: code })),
    ],
  };
}

function removed(plan: Plan, { of, id }: ChangeOf<'remove'>): Result<Plan, ChangeRefusal> {
  if (of === 'purchase') {
    const there = plan.workPackages.find(({ purchases }) => has(purchases, id));
    if (!there) return err({ code: 'row-not-found' });
    return put(plan, 'work-package', { ...there, purchases: removeFrom(there.purchases, id)! });
  }
  const list = planLists[of];
  const rows = removeFrom<{ id?: string | undefined }>(plan[list], id);
  if (rows === undefined) return err({ code: 'row-not-found' });
  const left = { ...plan, [list]: rows };
  if (of !== 'work-package') return ok(left);
  const gone = plan.workPackages.find((each) => each.id === id)?.code;
  return ok({
    ...left,
    workPackages: left.workPackages.map((each) => ({
      ...each,
      needs: each.needs.filter((code) => code !== gone),
    })),
    outcomes: left.outcomes.map((each) =>
      each.workPackage === gone ? { ...each, workPackage: undefined } : each,
    ),
  });
}

const filled = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '');
