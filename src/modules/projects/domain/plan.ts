import type { RoundingRule } from '#kernel/budgets.ts';
import type { Day } from '#kernel/days.ts';
import type { BasisPoints, Cents } from '#kernel/money.ts';
import type {
  CostKind,
  CostModelCode,
  DraftOrganisation,
  DraftPart,
  DraftPurchase,
  FundingRole,
  FundingSource,
  InstrumentCode,
  ProjectDraft,
  Qualifier,
  RegisterNumber,
  SectionKind,
  WageMethod,
} from './draft.ts';

/**
 * The project as it is now: what the pages show, what findings are computed from, and what is kept as a version. It has
 * no opinions; an absent value is absent. `source` is where a value was read ('003:176'), `printed` its words there.
 */
export interface Read {
  source?: string | undefined;
  printed?: string | undefined;
}

/** The three columns of a funder's table. A blank cell is absent (F-08). */
export interface Columns {
  requested?: Cents | undefined;
  approved?: Cents | undefined;
  rejected?: Cents | undefined;
}

export interface CostLine extends Columns, Read {
  id?: string;
  kind: CostKind;
  label: string;
  year?: number | undefined;
}

export interface Condition extends Read {
  id?: string;
  words: string;
  body?: string | undefined;
  expectedOn?: Day | undefined;
  decisionId?: string | undefined;
  metOn?: Day | undefined;
  metNote?: string | undefined;
}

export interface FundingShare extends Columns, Read {
  id?: string;
  from: FundingSource;
  role: FundingRole;
  label: string;
  year?: number | undefined;
  printedShare?: BasisPoints | undefined;
  channelledBy?: string | undefined;
  condition?: Condition | undefined;
}

export interface Purchase extends Read {
  id?: string;
  kind: DraftPurchase['kind'];
  label: string;
  cents: Cents;
  qualifier?: Qualifier | undefined;
}

export interface WorkPackage extends Read {
  id?: string;
  code: string;
  name: string;
  words: string;
  needs: string[];
  startsOn?: Day | undefined;
  endsOn?: Day | undefined;
  total?: { cents: Cents; qualifier?: Qualifier | undefined; called?: string | undefined } | undefined;
  purchases: Purchase[];
}

export interface Figure extends Read {
  kind: NonNullable<ProjectDraft['figures']>[number]['kind'];
  cents: Cents;
  approved?: Cents | undefined;
  rejected?: Cents | undefined;
  printedShare?: BasisPoints | undefined;
  year?: number | undefined;
  toYear?: number | undefined;
  qualifier?: Qualifier | undefined;
}

export interface Part extends Read {
  id?: string;
  role: DraftPart['role'] | 'applicant' | 'authority';
  name: string;
  details: Partial<Omit<DraftOrganisation, 'name' | 'at' | 'printed'>>;
  share?: Cents | undefined;
  committedOn?: Day | undefined;
  committedHow?: string | undefined;
  decidedOn?: Day | undefined;
  decisionId?: string | undefined;
}

export interface Staff extends Read {
  id?: string;
  title: string;
  name?: string | undefined;
  share?: BasisPoints | undefined;
  hourly?: Cents | undefined;
  startsOn?: Day | undefined;
  endsOn?: Day | undefined;
}

export interface Place extends Read {
  kind: 'municipality' | 'sub-region' | 'region';
  name: string;
  code?: string | undefined;
}

export interface Outcome extends Read {
  id?: string;
  kind: 'output' | 'result';
  words: string;
  workPackage?: string | undefined;
  owner?: string | undefined;
  adoptedOn?: Day | undefined;
  used?: boolean | undefined;
}

export interface Link extends Read {
  id?: string;
  otherId?: string | undefined;
  name: string;
  relation: NonNullable<ProjectDraft['links']>[number]['relation'];
  words?: string | undefined;
}

export interface Identity {
  name: string;
  instrument: InstrumentCode;
  programme?: string | undefined;
  priority?: string | undefined;
  objective?: string | undefined;
  call?: string | undefined;
  callCode?: string | undefined;
  aidForm?: string | undefined;
  implementers?: 'one' | 'many' | undefined;
  arrivedOn?: Day | undefined;
  startsOn?: Day | undefined;
  endsOn?: Day | undefined;
  nationwide?: boolean | undefined;
  verdict?: 'supported' | 'not-supported' | undefined;
  site?:
    | { street?: string | undefined; postcode?: string | undefined; city?: string | undefined }
    | undefined;
}

export interface Budget {
  /** `not-stated` when no document says; never inferred from a total (F-07). */
  costModel: CostModelCode | 'not-stated';
  wageMethod?: WageMethod | undefined;
  roundingRule: RoundingRule;
  aidRate?: BasisPoints | undefined;
  sideCostRate?: BasisPoints | undefined;
}

/** Money that would be used in a month or a half-year from the first day on, as somebody told it. */
export interface Spending {
  from: Day;
  months: 1 | 6;
  cents: Cents;
}

export interface Plan {
  identity: Identity;
  registerNumbers: ({ form: RegisterNumber['form']; text: string } & Read)[];
  parts: Part[];
  places: Place[];
  targetGroups: ({ reach: 'direct' | 'indirect'; code?: string | undefined; words: string } & Read)[];
  sections: ({ kind: SectionKind; title?: string | undefined; words: string } & Read)[];
  workPackages: WorkPackage[];
  staff: Staff[];
  budget: Budget;
  costLines: CostLine[];
  fundingShares: FundingShare[];
  figures: Figure[];
  spending: Spending[];
  outcomes: Outcome[];
  links: Link[];
  proceedings: ({
    body: string;
    on?: Day | undefined;
    what: 'meeting' | 'opinion' | 'decision' | 'secretariat';
  } & Read)[];
}

/** A project that nothing is known of but its name. */
export function emptyPlan(name: string): Plan {
  return {
    identity: { name, instrument: 'other' },
    registerNumbers: [],
    parts: [],
    places: [],
    targetGroups: [],
    sections: [],
    workPackages: [],
    staff: [],
    budget: { costModel: 'not-stated', roundingRule: 'entered' },
    costLines: [],
    fundingShares: [],
    figures: [],
    spending: [],
    outcomes: [],
    links: [],
    proceedings: [],
  };
}
