import { strictSplit } from '#kernel/budgets.ts';
import { sumCents } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Change, ChangeRefusal } from './changes.ts';
import { costSums } from './cost-models.ts';
import type { Plan } from './plan.ts';

/** The plan with one thing changed. Pure; what the form did not ask about stays as it was. */
export function applyChange(plan: Plan, change: Change): Result<Plan, ChangeRefusal> {
  const { part, ...values } = change;
  if ('startsOn' in values && values.startsOn && values.endsOn && values.endsOn < values.startsOn)
    return err({ code: 'ends-before-it-begins', field: 'endsOn' });
  switch (part) {
    case 'identity':
      return ok(withIdentity(plan, change));
    case 'budget': {
      const { part: _part, ...budget } = change;
      return ok({ ...plan, budget });
    }
    case 'cost-line': {
      const { part: _part, ...line } = change;
      return put(plan, 'costLines', line);
    }
    case 'share': {
      const { part: _part, condition, conditionBody, conditionExpectedOn, ...share } = change;
      const before = plan.fundingShares.find((one) => one.id === share.id)?.condition;
      return put(plan, 'fundingShares', {
        ...share,
        condition:
          condition === undefined
            ? undefined
            : { ...before, words: condition, body: conditionBody, expectedOn: conditionExpectedOn },
      });
    }
    case 'condition-met': {
      if (!plan.fundingShares.some((share) => share.condition?.id === change.id))
        return err({ code: 'row-not-found' });
      return ok({
        ...plan,
        fundingShares: plan.fundingShares.map((share) =>
          share.condition?.id === change.id
            ? {
                ...share,
                condition: {
                  ...share.condition,
                  metOn: change.metOn,
                  decisionId: change.decisionId,
                  metNote: change.note,
                },
              }
            : share,
        ),
      });
    }
    case 'spending': {
      const told = Object.entries(change.told).flatMap(([from, cents]) =>
        cents === undefined
          ? []
          : [{ from, months: change.months === '1' ? (1 as const) : (6 as const), cents }],
      );
      const below = told.find(({ cents }) => cents < 0);
      if (below) return err({ code: 'amount-below-zero', field: `told.${below.from}` });
      return ok({ ...plan, spending: told.sort((a, b) => (a.from < b.from ? -1 : 1)) });
    }
    case 'split':
      return withSplit(plan);
    case 'work-package':
      return withWorkPackage(plan, change);
    case 'purchase': {
      const { part: _part, workPackageId, amount, ...purchase } = change;
      if (!plan.workPackages.some((one) => one.id === workPackageId)) return err({ code: 'row-not-found' });
      if (purchase.id !== undefined && !plan.workPackages.some((one) => has(one.purchases, purchase.id)))
        return err({ code: 'row-not-found' });
      return ok({
        ...plan,
        workPackages: plan.workPackages.map((one) => {
          const kept = one.purchases.map((each) =>
            each.id === purchase.id && purchase.id !== undefined
              ? { ...each, ...purchase, cents: amount }
              : each,
          );
          const isNew = one.id === workPackageId && purchase.id === undefined;
          return { ...one, purchases: isNew ? [...kept, { ...purchase, cents: amount }] : kept };
        }),
      });
    }
    case 'staff': {
      const { part: _part, ...one } = change;
      return put(plan, 'staff', one);
    }
    case 'reach':
      return ok(withReach(plan, change));
    case 'section': {
      const others = plan.sections.filter((one) => one.kind !== change.kind);
      const before = plan.sections.find((one) => one.kind === change.kind);
      return ok({ ...plan, sections: [...others, { ...before, kind: change.kind, words: change.words }] });
    }
    case 'outcome': {
      const { part: _part, used, ...outcome } = change;
      return put(plan, 'outcomes', { ...outcome, used: used === undefined ? undefined : used === 'yes' });
    }
    case 'party': {
      const { part: _part, ...party } = change;
      const before = plan.parts.find((one) => one.id === party.id);
      return put(plan, 'parts', { ...party, details: before?.details ?? {} });
    }
    case 'link': {
      const { part: _part, ...link } = change;
      return put(plan, 'links', link);
    }
    case 'remove':
      return removed(plan, change);
  }
}

type Rows = 'costLines' | 'fundingShares' | 'staff' | 'outcomes' | 'parts' | 'links';

const has = (rows: readonly { id?: string | undefined }[], id: string | undefined) =>
  rows.some((one) => one.id === id);

/** Changes the row of that id, or adds one. What a document printed stays with the row. */
function put<K extends Rows>(plan: Plan, key: K, row: Plan[K][number]): Result<Plan, ChangeRefusal> {
  const rows = plan[key] as readonly Plan[K][number][];
  if (row.id === undefined) return ok({ ...plan, [key]: [...rows, row] });
  if (!has(rows, row.id)) return err({ code: 'row-not-found' });
  return ok({ ...plan, [key]: rows.map((one) => (one.id === row.id ? { ...one, ...row } : one)) });
}

function withIdentity(plan: Plan, change: Extract<Change, { part: 'identity' }>): Plan {
  const { part: _part, registerNumbers, applicant, businessId, ...identity } = change;
  const numbers = lines(registerNumbers).map(
    (text) =>
      plan.registerNumbers.find((one) => one.text === text) ?? {
        form: /^\d{5,7}$/.test(text)
          ? ('application' as const)
          : /^[A-Z]\d{4,6}$/.test(text)
            ? ('project-code' as const)
            : ('register' as const),
        text,
      },
  );
  const before = plan.parts.find((one) => one.role === 'applicant');
  const others = plan.parts.filter((one) => one !== before);
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
  const grants = plan.fundingShares.filter((one) => one.role === 'grant' && (one.requested ?? 0) > 0);
  const owns = plan.fundingShares.filter((one) => one.role === 'own' && (one.requested ?? 0) > 0);
  const total =
    costSums(plan.costLines)?.net ?? sumCents([...grants, ...owns].map((one) => one.requested ?? 0));
  if (grants.length !== 1 || owns.length !== 1 || total <= 0) return err({ code: 'nothing-to-split' });
  const split = strictSplit(total, plan.budget.aidRate ?? 8000);
  return ok({
    ...plan,
    fundingShares: plan.fundingShares.map((one) =>
      one === grants[0]
        ? { ...one, requested: split.grant }
        : one === owns[0]
          ? { ...one, requested: split.own }
          : one,
    ),
  });
}

function withWorkPackage(
  plan: Plan,
  change: Extract<Change, { part: 'work-package' }>,
): Result<Plan, ChangeRefusal> {
  const { part: _part, ...one } = change;
  const before = plan.workPackages.find((each) => each.id === one.id);
  if (one.id !== undefined && !before) return err({ code: 'row-not-found' });
  if (plan.workPackages.some((each) => each !== before && each.code === one.code))
    return err({ code: 'code-in-use', field: 'code' });
  const renamed = (code: string) => (before && code === before.code ? one.code : code);
  const fresh = { ...before, ...one, purchases: before?.purchases ?? [] };
  const workPackages = (
    before ? plan.workPackages.map((each) => (each === before ? fresh : each)) : [...plan.workPackages, fresh]
  ).map((each) => ({ ...each, needs: each.needs.map(renamed) }));
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
  const needs = new Map(packages.map((one) => [one.code, one.needs]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (needs.get(from) ?? []).some((code) => {
      if (code === to) return true;
      if (seen.has(code)) return false;
      seen.add(code);
      return reaches(code, to, seen);
    });
  return packages.some((one) => reaches(one.code, one.code, new Set()));
}

function withReach(plan: Plan, change: Extract<Change, { part: 'reach' }>): Plan {
  const names = (text: string) =>
    text
      .split(/[,\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const place = (kind: 'municipality' | 'region') => (name: string) =>
    plan.places.find((one) => one.kind === kind && one.name === name) ?? { kind, name };
  const group = (reach: 'direct' | 'indirect') => (words: string) =>
    plan.targetGroups.find((one) => one.reach === reach && one.words === words) ?? { reach, words };
  const told = [
    ...lines(change.direct).map(group('direct')),
    ...lines(change.indirect).map(group('indirect')),
  ];
  return {
    ...plan,
    identity: { ...plan.identity, nationwide: change.nationwide },
    places: [
      ...names(change.regions).map(place('region')),
      ...plan.places.filter((one) => one.kind === 'sub-region'),
      ...names(change.municipalities).map(place('municipality')),
    ],
    targetGroups: [
      ...told,
      ...change.groups
        .filter((code) => !told.some((one) => 'code' in one && one.code === code))
        .map((code) => ({ reach: 'direct' as const, code, words: code })),
    ],
  };
}

function removed(plan: Plan, { of, id }: Extract<Change, { part: 'remove' }>): Result<Plan, ChangeRefusal> {
  const keys = {
    'cost-line': 'costLines',
    share: 'fundingShares',
    staff: 'staff',
    outcome: 'outcomes',
    party: 'parts',
    link: 'links',
    'work-package': 'workPackages',
  } as const;
  if (of === 'purchase') {
    if (!plan.workPackages.some((one) => has(one.purchases, id))) return err({ code: 'row-not-found' });
    return ok({
      ...plan,
      workPackages: plan.workPackages.map((one) => ({
        ...one,
        purchases: one.purchases.filter((each) => each.id !== id),
      })),
    });
  }
  const key = keys[of];
  const rows: readonly { id?: string | undefined }[] = plan[key];
  if (!has(rows, id)) return err({ code: 'row-not-found' });
  const gone = of === 'work-package' ? plan.workPackages.find((one) => one.id === id)?.code : undefined;
  const left = { ...plan, [key]: rows.filter((one) => one.id !== id) };
  if (gone === undefined) return ok(left);
  return ok({
    ...left,
    workPackages: left.workPackages.map((one) => ({
      ...one,
      needs: one.needs.filter((code) => code !== gone),
    })),
    outcomes: left.outcomes.map((one) =>
      one.workPackage === gone ? { ...one, workPackage: undefined } : one,
    ),
  });
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
