import type { Handle } from '#access';
import type { Tables } from '#db/tables.ts';
import { emptyPlan, type Plan } from '../domain/plan.ts';

type ListTable = Extract<
  keyof Tables,
  | 'projects.register_number'
  | 'projects.place'
  | 'projects.target_group'
  | 'projects.section'
  | 'projects.figure'
  | 'projects.spending'
  | 'projects.part'
  | 'projects.staff'
  | 'projects.work_package'
  | 'projects.purchase'
  | 'projects.cost_line'
  | 'projects.funding_share'
  | 'projects.result'
  | 'projects.link'
  | 'projects.proceeding'
>;

/** The plan of a project as it is now, or undefined when the viewer has none such. */
export async function readPlan(handle: Handle, projectId: string): Promise<Plan | undefined> {
  const { db } = handle;
  const project = await db
    .selectFrom('projects.project')
    .selectAll()
    .where('id', '=', projectId)
    .executeTakeFirst();
  if (!project) return undefined;
  const rows = <T extends ListTable>(table: T) =>
    db
      .selectFrom(table as 'projects.link')
      .selectAll()
      .where('project_id', '=', projectId)
      .orderBy('position')
      .execute() as unknown as Promise<Selected<T>[]>;
  const packages = await rows('projects.work_package');
  const codeOf = new Map(packages.map((row) => [row.id, row.code]));
  const needs = await db
    .selectFrom('projects.dependency')
    .selectAll()
    .where('work_package_id', 'in', packages.length > 0 ? packages.map((row) => row.id) : [projectId])
    .execute();
  const purchases = await rows('projects.purchase');
  const conditions = await db
    .selectFrom('projects.condition')
    .selectAll()
    .where('project_id', '=', projectId)
    .execute();
  const budget = await db
    .selectFrom('projects.budget')
    .selectAll()
    .where('project_id', '=', projectId)
    .executeTakeFirst();

  return {
    identity: {
      name: project.name,
      instrument: project.instrument as Plan['identity']['instrument'],
      programme: some(project.programme),
      priority: some(project.priority),
      objective: some(project.objective),
      call: some(project.call_name),
      callCode: some(project.call_code),
      aidForm: some(project.aid_form),
      implementers: some(project.implementers) as Plan['identity']['implementers'],
      arrivedOn: some(project.arrived_on),
      startsOn: some(project.starts_on),
      endsOn: some(project.ends_on),
      nationwide: some(project.nationwide),
      verdict: some(project.verdict) as Plan['identity']['verdict'],
      site: some(project.site),
    },
    registerNumbers: (await rows('projects.register_number')).map((row) => ({
      form: row.form as Plan['registerNumbers'][number]['form'],
      text: row.printed,
      source: some(row.source),
    })),
    parts: (await rows('projects.part')).map((row) => ({
      id: row.id,
      role: row.role as Plan['parts'][number]['role'],
      name: row.name,
      details: row.details,
      share: some(row.share_cents),
      committedOn: some(row.committed_on),
      committedHow: some(row.committed_how),
      decidedOn: some(row.decided_on),
      decisionId: some(row.decision_id),
      source: some(row.source),
    })),
    places: (await rows('projects.place')).map((row) => ({
      kind: row.kind as Plan['places'][number]['kind'],
      name: row.name,
      code: some(row.code),
      source: some(row.source),
    })),
    targetGroups: (await rows('projects.target_group')).map((row) => ({
      reach: row.reach as 'direct' | 'indirect',
      code: some(row.code),
      words: row.words,
      source: some(row.source),
    })),
    sections: (await rows('projects.section')).map((row) => ({
      kind: row.kind as Plan['sections'][number]['kind'],
      title: some(row.title),
      words: row.words,
      source: some(row.source),
    })),
    workPackages: packages.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      words: row.words,
      needs: needs
        .filter((need) => need.work_package_id === row.id)
        .map((need) => codeOf.get(need.needs_id)!)
        .sort(),
      startsOn: some(row.starts_on),
      endsOn: some(row.ends_on),
      total:
        row.total_cents === null
          ? undefined
          : {
              cents: row.total_cents,
              qualifier: some(row.total_qualifier) as Plan['figures'][number]['qualifier'],
              called: some(row.total_called),
            },
      purchases: purchases
        .filter((purchase) => purchase.work_package_id === row.id)
        .map((purchase) => ({
          id: purchase.id,
          kind: purchase.kind as Plan['workPackages'][number]['purchases'][number]['kind'],
          label: purchase.label,
          cents: purchase.cents,
          qualifier: some(purchase.qualifier) as Plan['figures'][number]['qualifier'],
          printed: some(purchase.printed),
          source: some(purchase.source),
        })),
      source: some(row.source),
    })),
    staff: (await rows('projects.staff')).map((row) => ({
      id: row.id,
      title: row.title,
      name: some(row.name),
      share: some(row.share),
      hourly: some(row.hourly_cents),
      startsOn: some(row.starts_on),
      endsOn: some(row.ends_on),
      source: some(row.source),
    })),
    budget: budget
      ? {
          costModel: budget.cost_model as Plan['budget']['costModel'],
          wageMethod: some(budget.wage_method) as Plan['budget']['wageMethod'],
          roundingRule: budget.rounding_rule as Plan['budget']['roundingRule'],
          aidRate: some(budget.aid_rate),
          sideCostRate: some(budget.side_cost_rate),
        }
      : emptyPlan('').budget,
    costLines: (await rows('projects.cost_line')).map((row) => ({
      id: row.id,
      kind: row.kind as Plan['costLines'][number]['kind'],
      label: row.label,
      year: some(row.year),
      ...columnsOf(row),
    })),
    fundingShares: (await rows('projects.funding_share')).map((row) => {
      const condition = conditions.find((one) => one.funding_share_id === row.id);
      return {
        id: row.id,
        from: row.money_from as Plan['fundingShares'][number]['from'],
        role: row.role as Plan['fundingShares'][number]['role'],
        label: row.label,
        year: some(row.year),
        ...columnsOf(row),
        printedShare: some(row.printed_share),
        channelledBy: some(row.channelled_by),
        condition: condition && {
          id: condition.id,
          words: condition.words,
          body: some(condition.body),
          expectedOn: some(condition.expected_on),
          decisionId: some(condition.decision_id),
          metOn: some(condition.met_on),
          metNote: some(condition.met_note),
          source: some(condition.source),
        },
      };
    }),
    figures: (await rows('projects.figure')).map((row) => ({
      kind: row.kind as Plan['figures'][number]['kind'],
      cents: row.cents,
      approved: some(row.approved),
      rejected: some(row.rejected),
      printedShare: some(row.printed_share),
      year: some(row.year),
      toYear: some(row.to_year),
      qualifier: some(row.qualifier) as Plan['figures'][number]['qualifier'],
      printed: some(row.printed),
      source: some(row.source),
    })),
    spending: (await rows('projects.spending')).map((row) => ({
      from: row.starts_on,
      months: row.months as 1 | 6,
      cents: row.cents,
    })),
    outcomes: (await rows('projects.result')).map((row) => ({
      id: row.id,
      kind: row.kind as 'output' | 'result',
      words: row.words,
      workPackage: row.work_package_id === null ? undefined : codeOf.get(row.work_package_id),
      owner: some(row.owner),
      adoptedOn: some(row.adopted_on),
      used: some(row.used),
      source: some(row.source),
    })),
    links: (await rows('projects.link')).map((row) => ({
      id: row.id,
      otherId: some(row.other_id),
      name: row.name,
      relation: row.relation as Plan['links'][number]['relation'],
      words: some(row.words),
      source: some(row.source),
    })),
    proceedings: (await rows('projects.proceeding')).map((row) => ({
      body: row.body,
      on: some(row.happened_on),
      what: row.what as Plan['proceedings'][number]['what'],
      source: some(row.source),
    })),
  };
}

type Selected<T extends ListTable> = {
  [K in keyof Tables[T]]: Tables[T][K] extends { readonly __select__: infer S } ? S : Tables[T][K];
};

const some = <T>(value: T | null): T | undefined => value ?? undefined;

function columnsOf(row: {
  requested: number | null;
  approved: number | null;
  rejected: number | null;
  printed: string | null;
  source: string | null;
}) {
  return {
    requested: some(row.requested),
    approved: some(row.approved),
    rejected: some(row.rejected),
    printed: some(row.printed),
    source: some(row.source),
  };
}
