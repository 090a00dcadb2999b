import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { BasisPoints, Cents } from '#kernel/money.ts';
import {
  costKinds,
  costModelCodes,
  fundingRoles,
  fundingSources,
  instrumentCodes,
  linkRelations,
  outcomeKinds,
  partRoles,
  projectStates,
  purchaseKinds,
  qualifiers,
  sectionKinds,
  wageMethodCodes,
} from './codes.ts';

/**
 * What one document states about one project, before anything is believed or computed. Readers of documents fill it, a
 * person may fill it, `importProject` takes it. Everything but the name is optional: what the document does not say is
 * absent, and a blank cell stays blank (F-08). Texts stay as they were written, typing errors too (F-25).
 */

/** The line of the document's own text, counted from 1: `{ document: '003', line: 176 }`. */
export const SourceLine = z.object({ document: z.string().min(1).max(200), line: z.int().positive() });
export type SourceLine = z.infer<typeof SourceLine>;

/** Where a value was read, and the words in which it stands there. Spread into everything that a document states. */
const place = { at: SourceLine.optional(), printed: z.string().max(20_000).optional() };

/** One value as it was read. */
const stated = <T extends z.ZodType>(value: T) => z.object({ value, ...place });
export type Stated<T> = { value: T; at?: SourceLine | undefined; printed?: string | undefined };

export const Words = z.string().trim().min(1, 'required').max(20_000);
export const Label = z.string().trim().min(1, 'required').max(500);

/** How exactly a figure was given: "noin 50", "vähintään", "enintään" (F-11). Absent = exactly. */
export const Qualifier = z.enum(qualifiers);
export type Qualifier = z.infer<typeof Qualifier>;

/** From idea to closed (PJ-20). */
export const ProjectState = z.enum(projectStates);
export type ProjectState = z.infer<typeof ProjectState>;

/** What kind of document the draft was read from. */
export const DocumentKind = z.enum([
  'project-presentation',
  'board-item',
  'project-description',
  'selection-proposal',
  'form',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Register numbers of any form, kept as text (PJ-03). */
export const RegisterNumber = z.object({
  form: z.enum(['project-code', 'application', 'register', 'other']),
  text: Label,
  ...place,
});
export type RegisterNumber = z.infer<typeof RegisterNumber>;

/** Is it meant for the group itself, or does it only come to its good? */
export const Reach = z.enum(['direct', 'indirect']);
export const Implementers = z.enum(['one', 'many']);
export const Verdict = z.enum(['supported', 'not-supported']);

/** Instruments are dated templates (`instruments.ts`); a name that is none of them is kept in `printed` alone. */
export const InstrumentCode = z.enum(instrumentCodes);
export type InstrumentCode = z.infer<typeof InstrumentCode>;

const ContactPerson = z.object({
  name: Label.optional(),
  position: Label.optional(),
  email: Label.optional(),
  phone: Label.optional(),
  ...place,
});

/** An organisation as the document names it; the applicant with what it says about itself (PJ-18). */
export const DraftOrganisation = z.object({
  name: Label,
  type: Label.optional(),
  /** As printed; its check digit is looked at, not forced. */
  businessId: Label.optional(),
  street: Label.optional(),
  postcode: Label.optional(),
  city: Label.optional(),
  phone: Label.optional(),
  web: Label.optional(),
  contact: ContactPerson.optional(),
  ...place,
});
export type DraftOrganisation = z.infer<typeof DraftOrganisation>;

/** Who takes part and with what: a promise by letter and a decision are two dated facts (F-15). */
export const DraftPart = z.object({
  organisation: Label,
  role: z.enum(partRoles),
  share: Cents.optional(),
  committedOn: Day.optional(),
  committedHow: Label.optional(),
  decidedOn: Day.optional(),
  ...place,
});
export type DraftPart = z.infer<typeof DraftPart>;

/** A chapter of prose, by what it is about. */
export const SectionKind = z.enum(sectionKinds);
export type SectionKind = z.infer<typeof SectionKind>;
export const DraftSection = z.object({
  kind: SectionKind,
  title: Label.optional(),
  /** '-' and '' are kept: an empty part is a fact (F-21). */
  text: z.string().max(100_000),
  ...place,
});
export type DraftSection = z.infer<typeof DraftSection>;

/** A goal as stated; whether it is one that can be measured is judged elsewhere. */
export const DraftGoal = z.object({
  text: Words,
  /** Position of the goal above it in the list, from 0. */
  under: z.int().min(0).optional(),
  ...place,
});

/** A measure (toimenpide): of a year or of a work package (its `code`). */
export const DraftMeasure = z.object({
  text: Words,
  year: z.int().min(1990).max(2100).optional(),
  workPackage: Label.optional(),
  under: z.int().min(0).optional(),
  ...place,
});

export const DraftPurchase = z.object({
  kind: z.enum(purchaseKinds),
  label: Label,
  amount: Cents,
  qualifier: Qualifier.optional(),
  ...place,
});
export type DraftPurchase = z.infer<typeof DraftPurchase>;

export const DraftWorkPackage = z.object({
  /** '1', 'TP2': what others refer to it by. */
  code: Label,
  name: Label,
  text: z.string().max(100_000).optional(),
  /** Codes of work packages it builds on. */
  needs: z.array(Label).optional(),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
  purchases: z.array(DraftPurchase).optional(),
  /** The printed sum of its purchases, with the word it was called by ('ostopalvelut', 'kokonaiskustannukset'). */
  total: z
    .object({ amount: Cents, qualifier: Qualifier.optional(), called: Label.optional(), ...place })
    .optional(),
  ...place,
});
export type DraftWorkPackage = z.infer<typeof DraftWorkPackage>;

/** Staff by position; a name only when the document gives one. */
export const DraftStaff = z.object({
  position: Label,
  name: Label.optional(),
  /** Share of full working time. */
  share: BasisPoints.optional(),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
  ...place,
});

/** Cost models (A11; `cost-models.ts`). Never inferred from a total (F-07). */
export const CostModelCode = z.enum(costModelCodes);
export type CostModelCode = z.infer<typeof CostModelCode>;

export const WageMethod = z.enum(wageMethodCodes);
export type WageMethod = z.infer<typeof WageMethod>;

export const CostKind = z.enum(costKinds);
export type CostKind = z.infer<typeof CostKind>;

const columns = { requested: Cents.optional(), approved: Cents.optional(), rejected: Cents.optional() };

/** One line of the cost estimate in the document's own order. Income is positive and reduces the costs (PJ-10). */
export const DraftCostLine = z.object({
  kind: CostKind,
  label: Label,
  /** Absent: all years together. */
  year: z.int().min(1990).max(2100).optional(),
  ...columns,
  ...place,
});
export type DraftCostLine = z.infer<typeof DraftCostLine>;

/** Where the money is from, and in which role: two fields (F-24). */
export const FundingSource = z.enum(fundingSources);
export type FundingSource = z.infer<typeof FundingSource>;
export const FundingRole = z.enum(fundingRoles);
export type FundingRole = z.infer<typeof FundingRole>;

/** What has to be decided by somebody before the money is there (PJ-07). */
export const DraftCondition = z.object({
  text: Words,
  body: Label.optional(),
  expectedOn: Day.optional(),
  ...place,
});
export type DraftCondition = z.infer<typeof DraftCondition>;

export const DraftFundingShare = z.object({
  source: FundingSource,
  role: FundingRole,
  label: Label,
  year: z.int().min(1990).max(2100).optional(),
  ...columns,
  /** The share column as printed, in hundredths of a per cent: '100,00' → 10000. */
  printedShare: BasisPoints.optional(),
  /** The body that the money is channelled by (PJ-08). */
  channelledBy: Label.optional(),
  condition: DraftCondition.optional(),
  ...place,
});
export type DraftFundingShare = z.infer<typeof DraftFundingShare>;

/**
 * A figure that the document states about the whole, in a table or in prose. It is never one of the parts:
 * - `costs-total`, `funding-total`: a printed sum (requested column in `amount`; `approved`, `printedShare` when there)
 * - `wages`: wages told in prose beside a table without a wage row (000:88)
 * - `own-share`: own funding told without a table (001:28)
 * - `granted`, `realised`, `public-planned`, `public-realised`: 002:107-113
 * - `flat-rest`: what is left of the flat part after the work packages, when the document prints it
 */
export const DraftFigure = z.object({
  kind: z.enum([
    'costs-total',
    'funding-total',
    'wages',
    'own-share',
    'granted',
    'realised',
    'public-planned',
    'public-realised',
    'flat-rest',
  ]),
  amount: Cents,
  approved: Cents.optional(),
  rejected: Cents.optional(),
  printedShare: BasisPoints.optional(),
  year: z.int().min(1990).max(2100).optional(),
  /** 2023-2024: the figure holds for each of these years. */
  toYear: z.int().min(1990).max(2100).optional(),
  qualifier: Qualifier.optional(),
  ...place,
});
export type DraftFigure = z.infer<typeof DraftFigure>;

/** A planned indicator with what was said of it; "not given" is absent and never 0 (N-06). */
export const DraftIndicator = z.object({
  name: Label,
  kind: z.enum(outcomeKinds).optional(),
  /** What is counted, when the reader knows: a code of the indicator room. */
  code: Label.optional(),
  baseline: z.number().optional(),
  planned: z.number().optional(),
  realised: z.number().optional(),
  qualifier: Qualifier.optional(),
  unit: Label.optional(),
  until: Day.optional(),
  /** 52, of whom 50 unemployed. */
  breakdown: z.array(z.object({ label: Label, planned: z.number(), ...place })).optional(),
  ...place,
});
export type DraftIndicator = z.infer<typeof DraftIndicator>;

/** An output or a result promised in prose. */
export const DraftOutcome = z.object({
  kind: z.enum(outcomeKinds),
  text: Words,
  workPackage: Label.optional(),
  amount: z.number().optional(),
  qualifier: Qualifier.optional(),
  ...place,
});

/** An answer of a form of horizontal principles; the scale is the template's (F-23). */
export const DraftHorizontal = z.object({
  template: Label.optional(),
  section: Label.optional(),
  question: Label,
  answer: z.boolean().optional(),
  direct: z.number().optional(),
  indirect: z.number().optional(),
  /** The reason given; absent when there is none (F-22). */
  text: z.string().max(20_000).optional(),
  ...place,
});

/** Another project, product or programme that the document names beside itself (NET-25). */
export const DraftLink = z.object({
  name: Label,
  relation: z.enum(linkRelations),
  text: z.string().max(5000).optional(),
  ...place,
});

/** A step of the funder's handling (PJ-13). */
export const DraftProceeding = z.object({
  body: Label,
  on: Day.optional(),
  what: z.enum(['meeting', 'opinion', 'decision', 'secretariat']),
  ...place,
});

const list = <T extends z.ZodType>(item: T) => z.array(item).max(2000).optional();

export const ProjectDraft = z.object({
  document: z.object({ key: z.string().min(1).max(200), kind: DocumentKind, datedOn: Day.optional() }),
  name: stated(Label),
  registerNumbers: list(RegisterNumber),
  instrument: stated(InstrumentCode).optional(),
  programme: stated(Label).optional(),
  priority: stated(Label).optional(),
  objective: stated(Label).optional(),
  call: stated(Label).optional(),
  callCode: stated(Label).optional(),
  aidForm: stated(Label).optional(),
  implementers: stated(Implementers).optional(),
  /** The handler's name is stored as a contact in office (A16.6). */
  handler: stated(Label).optional(),
  applicant: DraftOrganisation.optional(),
  /** Who funds or answers for it as an authority. */
  authority: DraftOrganisation.optional(),
  parts: list(DraftPart),
  arrivedOn: stated(Day).optional(),
  startsOn: stated(Day).optional(),
  endsOn: stated(Day).optional(),
  state: stated(ProjectState).optional(),
  nationwide: stated(z.boolean()).optional(),
  regions: list(stated(Label)),
  subRegions: list(stated(Label)),
  municipalities: list(stated(Label)),
  site: DraftOrganisation.pick({ street: true, postcode: true, city: true }).optional(),
  targetGroups: list(z.object({ reach: Reach, text: Words, ...place })),
  sections: list(DraftSection),
  goals: list(DraftGoal),
  measures: list(DraftMeasure),
  workPackages: list(DraftWorkPackage),
  staff: list(DraftStaff),
  costModel: stated(CostModelCode).optional(),
  wageMethod: stated(WageMethod).optional(),
  /** The aid that the document asks for or that the instrument allows, in hundredths of a per cent. */
  aidRate: stated(BasisPoints).optional(),
  costLines: list(DraftCostLine),
  fundingShares: list(DraftFundingShare),
  figures: list(DraftFigure),
  indicators: list(DraftIndicator),
  outcomes: list(DraftOutcome),
  horizontal: list(DraftHorizontal),
  links: list(DraftLink),
  proceedings: list(DraftProceeding),
  verdict: stated(Verdict).optional(),
  rejectionReasons: list(stated(Words)),
});
export type ProjectDraft = z.infer<typeof ProjectDraft>;

/** '003:176', for findings and pages. */
export function sourceText(at: SourceLine | undefined): string | undefined {
  return at && `${at.document}:${at.line}`;
}
