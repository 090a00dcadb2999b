import {
  checkAidCeiling,
  checkFlatRateTotal,
  checkSum,
  type CostModel as RateModel,
} from '#kernel/budgets.ts';
import type { Day } from '#kernel/days.ts';
import { type Finding, inCents, inShare } from '#kernel/findings.ts';
import { type Cents, shareOf, sumCents } from '#kernel/money.ts';
import { costSums, derivedRejection, flatPart, modelOf } from './cost-models.ts';
import { rulesGiving } from './funding.ts';
import { instrumentOn } from './instruments.ts';
import type { Figure, Plan } from './plan.ts';

const sources = (...given: (string | undefined)[]): { source?: string } => {
  const known = [...new Set(given.filter((row) => row !== undefined))];
  return known.length === 0 ? {} : { source: known.join(', ') };
};

/** Wages told in prose × the flat rate against the printed total, year by year and over all years (F-01, F-02, F-03). */
export function wagesAgainstTotals(plan: Plan): Finding[] {
  const model = modelOf(plan);
  if (model?.base !== 'wages' || model.rate === undefined || plan.costLines.length > 0) return [];
  const rate: RateModel = { kind: 'flat-rate', rate: model.rate };
  const totals = plan.figures.filter((figure) => figure.kind === 'costs-total');
  const wages = plan.figures.filter((figure) => figure.kind === 'wages' && figure.year !== undefined);
  const found: Finding[] = [];
  let all: { wages: Cents; years: number } = { wages: 0, years: 0 };
  for (const wage of wages) {
    for (let year = wage.year!; year <= (wage.toYear ?? wage.year!); year += 1) {
      all = { wages: all.wages + wage.cents, years: all.years + 1 };
      const total = totals.find((other) => other.year === year);
      if (!total) continue;
      found.push(
        ...checkFlatRateTotal({
          wages: wage.cents,
          total: total.cents,
          model: rate,
          ...sources(wage.source, total.source),
        }).map((finding) => ({
          ...finding,
          hint: {
            ...finding.hint!,
            values: { ...finding.hint!.values, year: { kind: 'text' as const, value: String(year) } },
          },
        })),
      );
    }
  }
  const whole = totals.find((figure) => figure.year === undefined);
  if (whole && all.years > 1)
    found.push(
      ...checkFlatRateTotal({
        wages: all.wages,
        total: whole.cents,
        model: rate,
        ...sources(wages[0]?.source, whole.source),
        grade: 'text-differs-from-table',
      }),
    );
  return found;
}

/** Each flat line against the lines of its year that it is counted from, and the lines against the printed totals. */
export function linesAgainstTotals(plan: Plan): Finding[] {
  const found: Finding[] = [];
  const model = modelOf(plan);
  for (const flat of plan.costLines.filter((line) => line.kind === 'flat')) {
    const ofItsYear = plan.costLines.filter((line) => line.year === flat.year);
    for (const column of ['requested', 'approved'] as const) {
      const computed = model && flatPart(model, ofItsYear, column);
      const printed = flat[column];
      if (computed !== undefined && printed !== undefined && printed !== computed)
        found.push({
          code: 'flat-part-differs',
          grade: 'error',
          printed: inCents(printed),
          computed: inCents(computed),
          difference: inCents(printed - computed),
          ...sources(flat.source),
        });
    }
  }
  const wholes = (kind: Figure['kind']) => plan.figures.filter((figure) => figure.kind === kind);
  for (const total of wholes('costs-total')) {
    const lines = plan.costLines.filter((line) => total.year === undefined || line.year === total.year);
    for (const column of ['requested', 'approved'] as const) {
      const sums = costSums(lines, column);
      const printed = column === 'requested' ? total.cents : total.approved;
      if (sums && printed !== undefined)
        found.push(...checkSum([sums.gross, -sums.income], printed, total.source));
    }
  }
  const yearly = wholes('costs-total').filter((figure) => figure.year !== undefined);
  const whole = wholes('costs-total').find((figure) => figure.year === undefined);
  if (whole && yearly.length > 0 && plan.costLines.length === 0)
    found.push(
      ...checkSum(
        yearly.map((figure) => figure.cents),
        whole.cents,
        sources(whole.source, yearly[0]?.source).source,
      ),
    );
  return found;
}

/** The total that funding has to meet, by year when the years are told. */
function totalsToFund(
  plan: Plan,
): { year?: number | undefined; cents: Cents; source?: string | undefined }[] {
  const yearly = plan.figures.filter((figure) => figure.kind === 'costs-total' && figure.year !== undefined);
  if (yearly.length > 0) return yearly;
  const costs = costSums(plan.costLines);
  const whole = plan.figures.find((figure) => figure.kind === 'costs-total');
  if (costs) return [{ cents: costs.net, source: plan.costLines[0]?.source }];
  return whole ? [whole] : [];
}

/** Do the shares make the costs, and is the aid within its ceiling (F-05)? */
export function fundingAgainstCosts(plan: Plan, today: Day): Finding[] {
  const found: Finding[] = [];
  const ceiling =
    plan.budget.aidRate ??
    instrumentOn(plan.identity.instrument, plan.identity.startsOn ?? today).value.maxAid;
  const hasGrant = plan.fundingShares.some(
    (share) => share.role === 'grant' && share.requested !== undefined,
  );
  for (const total of totalsToFund(plan)) {
    const shares = plan.fundingShares.filter(
      (share) => total.year === undefined || share.year === total.year,
    );
    if (shares.length === 0) continue;
    const grants = shares.filter((share) => share.role === 'grant');
    const grant = sumCents(grants.map((share) => share.requested ?? 0));
    if (hasGrant)
      found.push(
        ...checkSum(
          shares.map((share) => share.requested ?? 0),
          total.cents,
          sources(shares[0]?.source, total.source).source,
        ).map((finding) => ({ ...finding, code: 'funding-differs-from-costs' })),
      );
    if (ceiling !== undefined && hasGrant)
      found.push(
        ...checkAidCeiling({
          grant,
          total: total.cents,
          ceiling,
          ...sources(grants[0]?.source, shares.find((share) => share.role === 'own')?.source),
        }),
      );
  }
  const printed = plan.figures.find((figure) => figure.kind === 'funding-total');
  if (printed)
    found.push(
      ...checkSum(
        plan.fundingShares.map((share) => share.requested ?? 0),
        printed.cents,
        printed.source,
      ),
    );
  return found;
}

/** By which named rule the own share was rounded, where rounding shows at all (F-06). Our inference, told as such. */
export function roundingOfOwnShare(plan: Plan, today: Day): Finding[] {
  const ceiling =
    plan.budget.aidRate ??
    instrumentOn(plan.identity.instrument, plan.identity.startsOn ?? today).value.maxAid;
  if (ceiling === undefined || plan.fundingShares.some((share) => share.year !== undefined)) return [];
  const own = plan.fundingShares.filter((share) => share.role === 'own');
  const ownSum = sumCents(own.map((share) => share.requested ?? 0));
  const costs = costSums(plan.costLines);
  const lines = plan.costLines.filter((line) => line.kind !== 'income').map((line) => line.requested ?? 0);
  const whole = plan.figures.find((figure) => figure.kind === 'costs-total')?.cents;
  // Income is taken off the whole, not off one of its lines.
  const parts = costs?.income ? [costs.net] : costs ? lines : whole === undefined ? [] : [whole];
  if (own.length === 0 || ownSum === 0 || parts.length === 0) return [];
  const total = sumCents(parts);
  // To the hundredth of a cent: own × 10 000 against total × rate.
  if (ownSum * 10_000 === total * (10_000 - ceiling)) return [];
  const rules = rulesGiving(ownSum, parts, 10_000 - ceiling);
  return [
    {
      code: rules.length > 0 ? 'own-share-rounded' : 'own-share-follows-no-rule',
      grade: 'notice',
      printed: inCents(ownSum),
      computed: inCents(Math.round((total * (10_000 - ceiling)) / 10_000)),
      difference: inCents(ownSum - Math.round((total * (10_000 - ceiling)) / 10_000)),
      ...sources(own[0]?.source),
      ...(rules[0] === undefined ? {} : { hint: { code: `rounding.${rules[0]}` } }),
    },
  ];
}

/** A total without a cost model: the model is not guessed (F-07). */
export function modelNotStated(plan: Plan): Finding[] {
  const total = plan.figures.find((figure) => figure.kind === 'costs-total');
  if (plan.budget.costModel !== 'not-stated' || !total) return [];
  return [
    {
      code: 'cost-model-not-stated',
      grade: 'missing',
      printed: inCents(total.cents),
      ...sources(total.source),
    },
  ];
}

/** A blank "rejected" beside an amount that was not approved: the blank stays, the difference is told (F-08). */
export function blankRejections(plan: Plan): Finding[] {
  const rejectedIsUsed = plan.costLines.some((line) => line.rejected !== undefined);
  return plan.costLines.flatMap((line): Finding[] => {
    const derived = derivedRejection(line);
    if (!derived || line.rejected === derived || (line.rejected === undefined && !rejectedIsUsed)) return [];
    return line.rejected === undefined
      ? [
          {
            code: 'rejected-is-blank',
            grade: 'missing',
            computed: inCents(derived),
            ...sources(line.source),
            hint: { code: 'line', values: { line: { kind: 'text', value: line.label } } },
          },
        ]
      : [
          {
            code: 'rejected-differs',
            grade: 'error',
            printed: inCents(line.rejected),
            computed: inCents(derived),
            difference: inCents(line.rejected - derived),
            ...sources(line.source),
            hint: { code: 'line', values: { line: { kind: 'text', value: line.label } } },
          },
        ];
  });
}

/** The printed share column against its own total, with the shares that the requested sums make (F-09). */
export function printedShares(plan: Plan): Finding[] {
  const total = plan.figures.find((figure) => figure.kind === 'funding-total');
  const shares = plan.fundingShares.filter((share) => share.printedShare !== undefined);
  if (total?.printedShare === undefined || shares.length === 0) return [];
  const sum = shares.reduce((all, share) => all + share.printedShare!, 0);
  if (sum === total.printedShare) return [];
  const grant = sumCents(
    plan.fundingShares.filter((share) => share.role === 'grant').map((share) => share.requested ?? 0),
  );
  const own = sumCents(
    plan.fundingShares.filter((share) => share.role === 'own').map((share) => share.requested ?? 0),
  );
  return [
    {
      code: 'printed-shares-do-not-sum',
      grade: 'error',
      printed: inShare(total.printedShare / 10_000),
      computed: inShare(sum / 10_000),
      difference: inShare((total.printedShare - sum) / 10_000),
      ...sources(shares[0]?.source, total.source),
      hint: {
        code: 'requested-shares',
        values: {
          grant: inShare(shareOf(grant, total.cents) ?? 0),
          own: inShare(shareOf(own, total.cents) ?? 0),
        },
      },
    },
  ];
}

/** Purchases of work packages: their printed sums, and whether they are inside the flat part with what is left (F-10). */
export function workPackageCosts(plan: Plan): Finding[] {
  const found: Finding[] = [];
  for (const item of plan.workPackages)
    if (item.total && item.purchases.length > 0)
      found.push(
        ...checkSum(
          item.purchases.map((purchase) => purchase.cents),
          item.total.cents,
          item.source,
        ).map((finding) => ({ ...finding, code: 'work-package-sum-differs' })),
      );
  const sum = sumCents(
    plan.workPackages.map(
      (row) => row.total?.cents ?? sumCents(row.purchases.map((purchase) => purchase.cents)),
    ),
  );
  const flat = plan.costLines.find((line) => line.kind === 'flat')?.requested;
  const model = modelOf(plan);
  // Where purchases are direct costs with lines of their own, the flat part has nothing to do with them.
  if (flat !== undefined && sum > 0 && (model === undefined || model.inside.includes('purchases')))
    found.push({
      code: sum > flat ? 'work-packages-over-flat-part' : 'work-packages-inside-flat-part',
      grade: sum > flat ? 'error' : 'notice',
      printed: inCents(sum),
      computed: inCents(flat),
      difference: inCents(sum - flat),
      ...sources(...plan.workPackages.map((row) => row.source)),
      hint: {
        code: 'flat-rest',
        values: { rest: inCents(flat - sum), share: inShare(shareOf(sum, flat) ?? 0) },
      },
    });
  const words = [...new Set(plan.workPackages.flatMap((row) => row.total?.called ?? []))];
  if (words.length > 1)
    found.push({
      code: 'same-cost-many-names',
      grade: 'notice',
      printed: { kind: 'text', value: words.join(', ') },
      ...sources(...plan.workPackages.map((row) => row.source)),
    });
  return found;
}

/** Municipal money that is own funding while the row "municipal funding" says 0: source and role are two things (F-24). */
export function sourceAndRole(plan: Plan): Finding[] {
  const own = plan.fundingShares.find(
    (share) => share.role === 'own' && share.from !== 'own' && (share.requested ?? 0) > 0,
  );
  const other = plan.fundingShares.find(
    (share) => share.role === 'other' && share.from === own?.from && share.requested === 0,
  );
  if (!own || !other) return [];
  return [
    {
      code: 'money-has-source-and-role',
      grade: 'notice',
      printed: inCents(other.requested!),
      computed: inCents(own.requested!),
      difference: inCents(other.requested! - own.requested!),
      ...sources(own.source, other.source),
    },
  ];
}
