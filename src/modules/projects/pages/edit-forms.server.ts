import type { RouterContextProvider } from 'react-router';
import { planLists, qualifiers, sectionKinds } from '#codes/projects';
import { inLanguage } from '#kernel/localised.ts';
import type { Services } from '#server/services.ts';
import type { FormOptions } from '#web/forms/define.ts';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import type { Language } from '#web/language.ts';
import { orThrow, page } from '#web/page.ts';
import { showAct, submissionsOfAct } from './edit-acts.server.ts';
import { anchors, type ChangePart, type EditPart, spendingStep } from './edit-parts.ts';
import type { Opened } from './opened.ts';
import { sectionPath } from './sides.ts';

type Options = FormOptions<'projects.changePlan'>;
type Named = NonNullable<Options['fixed']>;
/** A field of a change by its own name. */
type Name<F = keyof NonNullable<Options['fields']>> = F extends `change.${infer N}` ? N : never;
type Looks = NonNullable<NonNullable<Options['fields']>['change.name']>;

const select = (words: string) => ({ as: 'select', words }) as const;
const line = { as: 'line', width: 'l' } as const;
const named = { ...line, label: 'field.label' } as const;
const lines: ReadonlySet<Name> = new Set<Name>([
  'label',
  'title',
  'applicant',
  'programme',
  'priority',
  'objective',
  'call',
  'callCode',
  'aidForm',
  'channelledBy',
  'note',
  'owner',
  'committedHow',
]);

/** The form of a part: its fields in their order, with what its input does not tell; `byAddress` is told by the page's address. */
const change = (
  part: ChangePart,
  names: readonly Name[],
  own: { readonly [N in Name]?: Looks } = {},
  byAddress: Named = ['change.id'],
) =>
  defineForm('projects.changePlan', {
    id: `edit-${part}`,
    given: { change: { part } },
    fixed: ['projectId', ...byAddress],
    fields: Object.fromEntries(
      names.map((name) => [`change.${name}`, own[name] ?? (lines.has(name) ? line : {})]),
    ),
  });

const columns = ['requested', 'approved', 'rejected'] as const;
const days = ['startsOn', 'endsOn'] as const;
const condition = ['condition.words', 'condition.body', 'condition.expectedOn'] as const;
const call = ['programme', 'priority', 'objective', 'call', 'callCode', 'aidForm'] as const;

const changeForms = {
  identity: change(
    'identity',
    ['name', 'instrument', 'applicant', 'businessId', 'registerNumbers', ...days, 'arrivedOn', ...call],
    {
      name: line,
      instrument: select('instrument.'),
      businessId: { width: 's' },
      registerNumbers: { rows: 3 },
    },
    [],
  ),
  budget: change(
    'budget',
    ['costModel', 'wageMethod', 'roundingRule', 'aidRate', 'sideCostRate'],
    {
      costModel: { ...select('model.'), width: 'l' },
      wageMethod: { ...select('wages.'), empty: 'not-stated' },
      roundingRule: {
        ...select('rounding.'),
        choices: ['entered', 'half-up-on-total', 'floor-per-line'],
      },
    },
    [],
  ),
  'cost-line': change('cost-line', ['kind', 'label', 'year', ...columns], { kind: select('cost.') }),
  share: change('share', ['from', 'role', 'label', 'year', ...columns, 'channelledBy', ...condition], {
    from: select('from.'),
    role: select('money-role.'),
    'condition.words': { ...line, label: 'field.condition' },
    'condition.body': { ...line, label: 'field.conditionBody' },
    'condition.expectedOn': { label: 'field.conditionExpectedOn' },
  }),
  'condition-met': change('condition-met', ['metOn', 'decisionId', 'note'], { decisionId: { width: 'l' } }),
  split: change('split', [], {}, []),
  spending: change('spending', ['told'], { told: { kind: 'euros', label: 'open.months' } }, [
    'change.months',
  ]),
  'work-package': change('work-package', ['code', 'name', 'words', ...days, 'needs'], {
    code: { width: 's' },
    name: named,
    needs: { as: 'ticks' },
  }),
  purchase: change(
    'purchase',
    ['kind', 'label', 'cents', 'qualifier'],
    {
      kind: select('purchase.'),
      cents: { label: 'field.amount' },
      qualifier: { ...select('qualifier.'), choices: qualifiers, empty: 'field.exact', width: 's' },
    },
    ['change.id', 'change.workPackageId'],
  ),
  staff: change('staff', ['title', 'name', 'share', 'hourly', ...days], {
    name: { ...line, label: 'field.person' },
  }),
  reach: change(
    'reach',
    ['nationwide', 'municipalities', 'regions', 'groups', 'direct', 'indirect'],
    { municipalities: { rows: 6 }, regions: { rows: 2 }, groups: { words: 'group.' } },
    [],
  ),
  section: change('section', ['words'], { words: { rows: 12 } }, ['change.kind']),
  outcome: change('outcome', ['kind', 'words', 'workPackage', 'owner', 'adoptedOn', 'used'], {
    kind: select('outcome.'),
    words: { rows: 3 },
    workPackage: { as: 'select' },
    used: select('final.'),
  }),
  party: change('party', ['role', 'name', 'share', 'committedOn', 'committedHow', 'decidedOn'], {
    role: select('party.'),
    name: named,
    share: { label: 'field.part-share' },
  }),
  link: change('link', ['name', 'relation', 'words'], {
    name: named,
    relation: select('relation.'),
    words: { rows: 3 },
  }),
} satisfies Record<ChangePart, unknown>;

const remove = defineForm('projects.changePlan', {
  id: 'remove',
  given: { change: { part: 'remove' } },
  fixed: ['projectId', 'change.of', 'change.id'],
  act: 'act.remove',
});

const isRemovable = (part: EditPart): part is keyof typeof planLists | 'purchase' =>
  part in planLists || part === 'purchase';

/** What the address says beside the part: of which row, of which chapter, in which work package, in which steps. */
export function asked(request: Request, opened: Opened) {
  const search = new URL(request.url).searchParams;
  return {
    id: search.get('id') ?? undefined,
    kind: sectionKinds.find((kind) => kind === search.get('kind')),
    workPackageId: search.get('package') ?? undefined,
    restoreId: search.get('restore') ?? undefined,
    months: spendingStep(opened.plan, search),
  };
}
type Asked = ReturnType<typeof asked>;

/** A part of the plan as its form has it: the row of the id, or the part itself; undefined of a row that is new. */
function present(part: ChangePart, { plan }: Opened, { id, kind, months }: Asked): object | undefined {
  switch (part) {
    case 'identity': {
      const applicant = plan.parts.find(({ role }) => role === 'applicant');
      return {
        ...plan.identity,
        applicant: applicant?.name,
        businessId: applicant?.details.businessId,
        registerNumbers: plan.registerNumbers.map(({ text }) => text),
      };
    }
    case 'budget':
      return plan.budget;
    case 'condition-met': {
      const share = plan.fundingShares.find(({ condition }) => condition?.id === id);
      return { ...share?.condition, note: share?.condition?.metNote };
    }
    case 'split':
      return undefined;
    case 'spending': {
      const told = plan.spending.filter((period) => period.months === months);
      return { told: Object.fromEntries(told.map(({ from, cents }) => [from, cents])) };
    }
    case 'purchase':
      return plan.workPackages.flatMap(({ purchases }) => purchases).find((row) => row.id === id);
    case 'reach': {
      const names = (of: string) => plan.places.filter((place) => place.kind === of).map(({ name }) => name);
      const words = (reach: string) =>
        plan.targetGroups
          .filter((group) => group.reach === reach && group.words !== group.code)
          .map((group) => group.words);
      return {
        nationwide: plan.identity.nationwide === true,
        municipalities: names('municipality'),
        regions: names('region'),
        groups: plan.targetGroups.flatMap(({ code }) => code ?? []),
        direct: words('direct'),
        indirect: words('indirect'),
      };
    }
    case 'section':
      return { words: plan.sections.find((section) => section.kind === kind)?.words ?? '' };
    case 'outcome': {
      const row = plan.outcomes.find((outcome) => outcome.id === id);
      return row && { ...row, used: row.used === undefined ? undefined : row.used ? 'yes' : 'no' };
    }
    default: {
      const rows: readonly { readonly id?: string | undefined }[] = plan[planLists[part]];
      return id === undefined ? undefined : rows.find((row) => row.id === id);
    }
  }
}

/** What a new row begins with. */
const first: Partial<Record<ChangePart, object>> = {
  'cost-line': { kind: 'wages' },
  outcome: { kind: 'result' },
  party: { role: 'partner' },
  link: { relation: 'takes-into-account' },
};

const isChange = (part: EditPart): part is ChangePart => part in changeForms;

/** The form of a part for its page, and the one by which its row is removed. */
export async function showPart(
  context: Readonly<RouterContextProvider>,
  services: Services,
  part: EditPart,
  opened: Opened,
  of: Asked,
) {
  const removing = isRemovable(part) && of.id !== undefined ? showForm(context, remove) : undefined;
  if (isChange(part)) {
    const now = present(part, opened, of);
    const packages = opened.plan.workPackages.map(({ code, name }) => ({
      value: code,
      label: `${code} ${name}`,
    }));
    const decisions = part === 'condition-met' ? await decisionChoices(services, page(context).language) : [];
    const form = showForm(context, changeForms[part], {
      ...(now === undefined ? { initial: { change: first[part] } } : { values: { change: now } }),
      choices: {
        'change.needs': packages,
        'change.workPackage': packages,
        'change.decisionId': decisions,
      },
      without: [
        ...(packages.length === 0 ? (['change.needs', 'change.workPackage'] as const) : []),
        ...(decisions.length === 0 ? (['change.decisionId'] as const) : []),
      ],
    });
    return { form, removing };
  }
  return { form: await showAct(context, services, part, opened) };
}

async function decisionChoices(services: Services, language: Language) {
  const { decisions } = orThrow(await services.projects.decisionsToChoose({}));
  const { day } = formatOf(language);
  return decisions.map(({ decisionId, decidedOn, body, heading }) => ({
    value: decisionId,
    label: `${day(decidedOn)} ${inLanguage(body, language).text}: ${heading}`,
  }));
}

/** What the forms of a part's page do. */
export function submissionsOf(part: EditPart, projectId: string, of: Asked, open: () => Promise<Opened>) {
  const to = sectionPath(projectId, anchors[part]);
  if (!isChange(part)) return submissionsOfAct(part, projectId, of, open);
  const { id, kind, workPackageId, months } = of;
  const own = {
    ...(part === 'section' ? { kind } : {}),
    ...(part === 'spending' ? { months } : {}),
    ...(part === 'purchase' ? { workPackageId } : {}),
  };
  const isNew = part === 'split' || (isRemovable(part) && id === undefined);
  return [
    submission({
      form: changeForms[part],
      fixed: { projectId, change: { id, ...own } as object },
      current: isNew ? undefined : async () => ({ change: present(part, await open(), of) }),
      done: { to, say: 'projects:done.saved' },
    }),
    submission({
      form: remove,
      fixed: { projectId, change: { of: part, id } as object },
      done: { to, say: 'projects:done.removed' },
    }),
  ];
}
