import {
  type DraftOrganisation,
  type ProjectDraft,
  type ProjectState,
  type SourceLine,
  sourceText,
} from './draft.ts';
import type { FundingShare, Part, Place, Plan, Read } from './plan.ts';

const read = (from: { at?: SourceLine | undefined; printed?: string | undefined }): Read => ({
  source: sourceText(from.at),
  printed: from.printed,
});

/** The plan that a document states. Nothing is added, rounded or repaired. */
export function planOf(draft: ProjectDraft): Plan {
  const places = (kind: Place['kind'], names: ProjectDraft['regions']): Place[] =>
    (names ?? []).map((one) => ({ kind, name: one.value, source: sourceText(one.at) }));
  const organisation = (role: Part['role'], one: DraftOrganisation): Part => {
    const { name, at, printed: _printed, ...details } = one;
    return { role, name, details, source: sourceText(at) };
  };
  return {
    identity: {
      name: draft.name.value,
      instrument: draft.instrument?.value ?? 'other',
      programme: draft.programme?.value,
      priority: draft.priority?.value,
      objective: draft.objective?.value,
      call: draft.call?.value,
      callCode: draft.callCode?.value,
      aidForm: draft.aidForm?.value,
      implementers: draft.implementers?.value,
      arrivedOn: draft.arrivedOn?.value,
      startsOn: draft.startsOn?.value,
      endsOn: draft.endsOn?.value,
      nationwide: draft.nationwide?.value,
      verdict: draft.verdict?.value,
      site: draft.site,
    },
    registerNumbers: (draft.registerNumbers ?? []).map((one) => ({
      form: one.form,
      text: one.text,
      source: sourceText(one.at),
    })),
    parts: [
      ...(draft.applicant ? [organisation('applicant', draft.applicant)] : []),
      ...(draft.authority ? [organisation('authority', draft.authority)] : []),
      ...(draft.parts ?? []).map(
        ({ organisation: name, role, at, printed: _printed, ...dated }): Part => ({
          role,
          name,
          details: {},
          ...dated,
          source: sourceText(at),
        }),
      ),
    ],
    places: [
      ...places('region', draft.regions),
      ...places('sub-region', draft.subRegions),
      ...places('municipality', draft.municipalities),
    ],
    targetGroups: (draft.targetGroups ?? []).map((one) => ({
      reach: one.reach,
      words: one.text,
      source: sourceText(one.at),
    })),
    sections: (draft.sections ?? []).map((one) => ({
      kind: one.kind,
      title: one.title,
      words: one.text,
      source: sourceText(one.at),
    })),
    workPackages: (draft.workPackages ?? []).map((one) => ({
      code: one.code,
      name: one.name,
      words: one.text ?? '',
      needs: one.needs ?? [],
      startsOn: one.startsOn,
      endsOn: one.endsOn,
      total: one.total && {
        cents: one.total.amount,
        qualifier: one.total.qualifier,
        called: one.total.called,
      },
      purchases: (one.purchases ?? []).map((purchase) => ({
        kind: purchase.kind,
        label: purchase.label,
        cents: purchase.amount,
        qualifier: purchase.qualifier,
        ...read(purchase),
      })),
      source: sourceText(one.total?.at ?? one.at),
    })),
    staff: (draft.staff ?? []).map(({ position, at, printed: _printed, ...one }) => ({
      title: position,
      ...one,
      source: sourceText(at),
    })),
    budget: {
      costModel: draft.costModel?.value ?? 'not-stated',
      wageMethod: draft.wageMethod?.value,
      roundingRule: 'entered',
      aidRate: draft.aidRate?.value,
    },
    costLines: (draft.costLines ?? []).map(({ at, printed, ...line }) => ({
      ...line,
      ...read({ at, printed }),
    })),
    fundingShares: (draft.fundingShares ?? []).map(
      ({ at, printed, source: from, condition, ...share }): FundingShare => ({
        from,
        ...share,
        condition: condition && {
          words: condition.text,
          body: condition.body,
          expectedOn: condition.expectedOn,
          source: sourceText(condition.at),
        },
        ...read({ at, printed }),
      }),
    ),
    figures: (draft.figures ?? []).map(({ at, printed, amount, ...figure }) => ({
      cents: amount,
      ...figure,
      ...read({ at, printed }),
    })),
    spending: [],
    outcomes: (draft.outcomes ?? []).map((one) => ({
      kind: one.kind,
      words: one.text,
      workPackage: one.workPackage,
      source: sourceText(one.at),
    })),
    links: (draft.links ?? []).map((one) => ({
      name: one.name,
      relation: one.relation,
      words: one.text,
      source: sourceText(one.at),
    })),
    proceedings: (draft.proceedings ?? []).map((one) => ({
      body: one.body,
      on: one.on,
      what: one.what,
      source: sourceText(one.at),
    })),
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
  const list = <T>(old: T[], fresh: T[]) => (fresh.length > 0 ? fresh : old);
  const stated = Object.fromEntries(Object.entries(said.identity).filter(([, value]) => value !== undefined));
  const named = said.identity.instrument === 'other' ? before.identity.instrument : said.identity.instrument;
  const saysOf = (one: Part) =>
    said.parts.some(
      (other) =>
        other.role === one.role &&
        (other.name === one.name || one.role === 'applicant' || one.role === 'authority'),
    );
  return {
    identity: { ...before.identity, ...stated, instrument: named },
    registerNumbers: [
      ...before.registerNumbers.filter(
        (one) => !said.registerNumbers.some((other) => other.text === one.text),
      ),
      ...said.registerNumbers,
    ],
    parts: [...before.parts.filter((one) => !saysOf(one)), ...said.parts],
    places: list(before.places, said.places),
    targetGroups: list(before.targetGroups, said.targetGroups),
    sections: [
      ...before.sections.filter((one) => !said.sections.some((other) => other.kind === one.kind)),
      ...said.sections,
    ],
    workPackages: list(before.workPackages, said.workPackages),
    staff: list(before.staff, said.staff),
    budget: {
      ...before.budget,
      ...(said.budget.costModel === 'not-stated' ? {} : { costModel: said.budget.costModel }),
      ...(said.budget.wageMethod === undefined ? {} : { wageMethod: said.budget.wageMethod }),
      ...(said.budget.aidRate === undefined ? {} : { aidRate: said.budget.aidRate }),
    },
    costLines: list(before.costLines, said.costLines),
    fundingShares: list(before.fundingShares, said.fundingShares),
    figures: list(before.figures, said.figures),
    spending: before.spending,
    outcomes: list(before.outcomes, said.outcomes),
    links: [
      ...before.links.filter((one) => !said.links.some((other) => other.name === one.name)),
      ...said.links,
    ],
    proceedings: list(before.proceedings, said.proceedings),
  };
}
