import type { ValueOf } from '#kernel/parts.ts';
import {
  type DraftOrganisation,
  type ProjectDraft,
  type ProjectState,
  type SourceLine,
  type Stated,
  sourceText,
} from './draft.ts';
import { emptyPlan, identity, type ListName, lists, type Part, type Plan } from './plan.ts';

type Said = { at?: SourceLine | undefined; printed?: string | undefined };
type Row<L extends ListName> = ValueOf<(typeof lists)[L]>;

/** What a document states of a list, in the plan's own fields; what the plan calls otherwise is given by `named`. */
function rowsOf<L extends ListName, D extends Said>(
  list: L,
  said: readonly D[] | undefined,
  named: (d: D) => Omit<Row<L>, keyof D | 'source'> & Partial<Row<L>>,
): Row<L>[] {
  const fields = Object.keys(lists[list].columns);
  return (said ?? []).map((d) => {
    const all: Record<string, unknown> = { ...d, source: sourceText(d.at), ...named(d) };
    return Object.fromEntries(fields.map((field) => [field, all[field]])) as Row<L>;
  });
}

/** The plan that a document states. Nothing is added, rounded or repaired. */
export function planOf(draft: ProjectDraft): Plan {
  const organisation = (role: Part['role'], said: DraftOrganisation | undefined) => {
    if (said === undefined) return [];
    const { at, printed: _printed, name, ...details } = said;
    return rowsOf('parts', [{ at, name }], () => ({ role, details }));
  };
  const places = (kind: 'municipality' | 'sub-region' | 'region', said: Stated<string>[] | undefined) =>
    rowsOf('places', said, ({ value }) => ({ kind, name: value }));
  const stated = Object.fromEntries(
    Object.keys(identity.columns).flatMap((field) => {
      const said = draft[field as keyof ProjectDraft];
      return said !== undefined && 'value' in said ? [[field, said.value]] : [];
    }),
  );
  return {
    ...emptyPlan(draft.name.value),
    identity: { ...emptyPlan(draft.name.value).identity, ...stated, site: draft.site },
    registerNumbers: rowsOf('registerNumbers', draft.registerNumbers, () => ({})),
    parts: [
      ...organisation('applicant', draft.applicant),
      ...organisation('authority', draft.authority),
      ...rowsOf('parts', draft.parts, ({ organisation: name }) => ({ name, details: {} })),
    ],
    places: [
      ...places('region', draft.regions),
      ...places('sub-region', draft.subRegions),
      ...places('municipality', draft.municipalities),
    ],
    targetGroups: rowsOf('targetGroups', draft.targetGroups, ({ text }) => ({ words: text })),
    sections: rowsOf('sections', draft.sections, ({ text }) => ({ words: text })),
    workPackages: rowsOf(
      'workPackages',
      draft.workPackages,
      ({ at, text = '', needs = [], total, purchases }) => ({
        words: text,
        needs,
        total: total && { cents: total.amount, qualifier: total.qualifier, called: total.called },
        purchases: (purchases ?? []).map(({ amount, at: place, ...purchase }) => ({
          ...purchase,
          cents: amount,
          source: sourceText(place),
        })),
        source: sourceText(total?.at ?? at),
      }),
    ),
    staff: rowsOf('staff', draft.staff, ({ position }) => ({ title: position })),
    budget: {
      costModel: draft.costModel?.value ?? 'not-stated',
      wageMethod: draft.wageMethod?.value,
      roundingRule: 'entered',
      aidRate: draft.aidRate?.value,
    },
    costLines: rowsOf('costLines', draft.costLines, () => ({})),
    fundingShares: rowsOf('fundingShares', draft.fundingShares, ({ at, source: from, condition }) => ({
      from,
      source: sourceText(at),
      condition: condition && {
        words: condition.text,
        body: condition.body,
        expectedOn: condition.expectedOn,
        source: sourceText(condition.at),
      },
    })),
    figures: rowsOf('figures', draft.figures, ({ amount }) => ({ cents: amount })),
    outcomes: rowsOf('outcomes', draft.outcomes, ({ text }) => ({ words: text })),
    links: rowsOf('links', draft.links, ({ text }) => ({ words: text })),
    proceedings: rowsOf('proceedings', draft.proceedings, () => ({})),
  };
}

/** The state that a document speaks of; a verdict against is a rejection, and an application has been applied for. */
export function stateOf(draft: ProjectDraft): ProjectState {
  if (draft.state) return draft.state.value;
  if (draft.verdict?.value === 'not-supported') return 'rejected';
  if (draft.verdict?.value === 'supported') return 'granted';
  return draft.document.kind === 'form' ? 'idea' : 'applied';
}

/** A known plan with what another document says of it: what the document does not speak of stays as it was. */
export function withDocument(before: Plan, said: Plan): Plan {
  const told: Partial<Plan> = Object.fromEntries(
    Object.entries(said).filter(([, rows]) => Array.isArray(rows) && rows.length > 0),
  );
  const given = <T extends object>(part: T): Partial<T> =>
    Object.fromEntries(
      Object.entries(part).filter(([, value]) => value !== undefined && value !== 'not-stated'),
    ) as Partial<T>;
  const joined = <T>(old: readonly T[], fresh: readonly T[], same: (row: T, other: T) => boolean) => [
    ...old.filter((row) => !fresh.some((other) => same(row, other))),
    ...fresh,
  ];
  const named = said.identity.instrument === 'other' ? before.identity.instrument : said.identity.instrument;
  return {
    ...before,
    ...told,
    identity: { ...before.identity, ...given(said.identity), instrument: named },
    registerNumbers: joined(before.registerNumbers, said.registerNumbers, (a, b) => a.text === b.text),
    parts: joined(
      before.parts,
      said.parts,
      (a, b) => a.role === b.role && (a.name === b.name || a.role === 'applicant' || a.role === 'authority'),
    ),
    sections: joined(before.sections, said.sections, (a, b) => a.kind === b.kind),
    budget: { ...before.budget, ...given(said.budget), roundingRule: before.budget.roundingRule },
    links: joined(before.links, said.links, (a, b) => a.name === b.name),
  };
}
