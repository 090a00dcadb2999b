import { Link } from 'react-router';
import {
  costKinds,
  costModelCodes,
  fundingRoles,
  fundingSources,
  instrumentCodes,
  linkRelations,
  outcomeKinds,
  partyRoles,
  purchaseKinds,
  qualifiers,
  sectionKinds,
  wageMethodCodes,
} from '#codes/projects';
import type { RoundingRule } from '#kernel/budgets.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { type T, useFormat, useT } from '../i18n/use.ts';
import { Checkbox, CheckboxGroup, DateField, FileField, Select, TextArea, TextField } from '../ui/index.ts';
import { ClosingList } from './closing-list.tsx';
import { type EditPart, spendingPeriods, spendingStep } from './edit-values.ts';
import type { Opened } from './opened.ts';
import { ReadyNote } from './ready-note.tsx';

type Decision = { readonly value: string; readonly label: string };
type FieldsProps = {
  readonly opened: Opened;
  readonly decisions: readonly Decision[];
  readonly funders: readonly Decision[];
  /** What the address asks for. */
  readonly search: string;
};

/** The rule that a person has chosen first; types keep it in step with the kernel's. */
const roundingRules = Object.keys({
  entered: 0,
  'half-up-on-total': 0,
  'floor-per-line': 0,
} satisfies Record<RoundingRule, 0>);

const choices = (t: T, values: readonly string[], of: string) =>
  values.map((value) => ({ value, label: t(`${of}.${value}`) }));

function MoneyFields() {
  const t = useT('projects');
  return (
    <>
      {(['requested', 'approved', 'rejected'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`field.${name}`)}
          unit="€"
          keyboard="decimal"
          width="s"
          optional
          help={name === 'requested' ? t('help.money') : t('help.blank')}
        />
      ))}
    </>
  );
}

function Days({ optional = true }: { readonly optional?: boolean }) {
  const t = useT('projects');
  return (
    <>
      <DateField name="startsOn" label={t('field.startsOn')} optional={optional} />
      <DateField name="endsOn" label={t('field.endsOn')} optional={optional} />
    </>
  );
}

const forms: Readonly<Record<EditPart, (props: FieldsProps) => React.ReactNode>> = {
  identity: function Identity() {
    const t = useT('projects');
    return (
      <>
        <TextField name="name" label={t('field.name')} width="l" maxLength={500} />
        <Select
          name="instrument"
          label={t('field.instrument')}
          choices={choices(t, instrumentCodes, 'instrument')}
        />
        <TextField name="applicant" label={t('field.applicant')} width="l" optional />
        <TextField name="businessId" label={t('field.businessId')} width="s" optional />
        <TextArea name="registerNumbers" label={t('field.registerNumbers')} rows={3} optional />
        <Days />
        <DateField name="arrivedOn" label={t('field.arrivedOn')} optional />
        {(['programme', 'priority', 'objective', 'call', 'callCode', 'aidForm'] as const).map((name) => (
          <TextField key={name} name={name} label={t(`field.${name}`)} width="l" optional />
        ))}
      </>
    );
  },
  budget: function BudgetFields() {
    const t = useT('projects');
    return (
      <>
        <Select
          name="costModel"
          label={t('field.costModel')}
          choices={choices(t, ['not-stated', ...costModelCodes], 'model')}
          width="l"
        />
        <Select
          name="wageMethod"
          label={t('field.wageMethod')}
          choices={choices(t, wageMethodCodes, 'wages')}
          empty={t('not-stated')}
        />
        <Select
          name="roundingRule"
          label={t('field.roundingRule')}
          choices={choices(t, roundingRules, 'rounding')}
        />
        <TextField name="aidRate" label={t('field.aidRate')} keyboard="decimal" width="s" optional />
        <TextField
          name="sideCostRate"
          label={t('field.sideCostRate')}
          help={t('help.sideCostRate')}
          keyboard="decimal"
          width="s"
          optional
        />
      </>
    );
  },
  'cost-line': function CostLineFields() {
    const t = useT('projects');
    return (
      <>
        <Select name="kind" label={t('field.kind')} choices={choices(t, costKinds, 'cost')} />
        <TextField name="label" label={t('field.label')} width="l" />
        <TextField name="year" label={t('field.year')} keyboard="numeric" width="s" optional />
        <MoneyFields />
      </>
    );
  },
  share: function ShareFields() {
    const t = useT('projects');
    return (
      <>
        <Select name="from" label={t('field.from')} choices={choices(t, fundingSources, 'from')} />
        <Select name="role" label={t('field.role')} choices={choices(t, fundingRoles, 'money-role')} />
        <TextField name="label" label={t('field.label')} width="l" />
        <TextField name="year" label={t('field.year')} keyboard="numeric" width="s" optional />
        <MoneyFields />
        <TextField name="channelledBy" label={t('field.channelledBy')} width="l" optional />
        <TextField name="condition" label={t('field.condition')} width="l" optional />
        <TextField name="conditionBody" label={t('field.conditionBody')} optional />
        <DateField name="conditionExpectedOn" label={t('field.conditionExpectedOn')} optional />
      </>
    );
  },
  'condition-met': function ConditionFields({ decisions }) {
    const t = useT('projects');
    return (
      <>
        <DateField name="metOn" label={t('field.metOn')} />
        {decisions.length > 0 && (
          <Select
            name="decisionId"
            label={t('field.decisionId')}
            choices={decisions}
            empty="–"
            width="l"
            optional
          />
        )}
        <TextField name="note" label={t('field.note')} width="l" optional />
      </>
    );
  },
  split: function SplitFields({ opened }) {
    const t = useT('findings');
    const format = useFormat();
    const values = opened.findings.find((one) => one.code === 'aid-over-ceiling')?.hint?.values;
    const cents = (name: string) =>
      values?.[name]?.kind === 'cents' ? format.money(values[name].value as number) : '';
    const ceiling = values?.ceiling?.kind === 'share' ? format.percent(values.ceiling.value) : '';
    return values === undefined ? (
      <p>{t('words.none')}</p>
    ) : (
      <p>{t('hints.strict-split', { grant: cents('grant'), own: cents('own'), ceiling })}</p>
    );
  },
  spending: function SpendingFields({ opened, search }) {
    const t = useT('projects');
    const format = useFormat();
    const step = spendingStep(opened, new URLSearchParams(search));
    const granted = opened.summary.granted || opened.summary.total;
    const half = (day: string) => `${day.slice(5, 7) === '01' ? 'I' : 'II'}/${day.slice(0, 4)}`;
    return (
      <>
        <p>{t('help.spending')}</p>
        {granted !== undefined && <p>{t('spending.granted', { sum: format.money(granted) })}</p>}
        <p>
          <Link to={`?jakso=${step === 1 ? 6 : 1}`}>{t(`spending.to-${step === 1 ? 6 : 1}`)}</Link>
        </p>
        <input type="hidden" name="months" value={step} />
        {spendingPeriods(opened, step).map((day) => (
          <TextField
            key={day}
            name={`told.${day}`}
            label={step === 1 ? format.month(day.slice(0, 7)) : half(day)}
            unit="€"
            keyboard="decimal"
            width="s"
            optional
          />
        ))}
      </>
    );
  },
  'work-package': function PackageFields({ opened }) {
    const t = useT('projects');
    return (
      <>
        <TextField name="code" label={t('field.code')} width="s" help={t('help.code')} />
        <TextField name="name" label={t('field.label')} width="l" />
        <TextArea name="words" label={t('field.words')} optional />
        <Days />
        {opened.plan.workPackages.length > 0 && (
          <CheckboxGroup
            name="needs"
            label={t('field.needs')}
            optional
            choices={opened.plan.workPackages.map((one) => ({
              value: one.code,
              label: `${one.code} ${one.name}`,
            }))}
          />
        )}
      </>
    );
  },
  purchase: function PurchaseFields() {
    const t = useT('projects');
    return (
      <>
        <Select name="kind" label={t('field.kind')} choices={choices(t, purchaseKinds, 'purchase')} />
        <TextField name="label" label={t('field.label')} width="l" />
        <TextField
          name="amount"
          label={t('field.amount')}
          unit="€"
          keyboard="decimal"
          width="s"
          help={t('help.money')}
        />
        <Select
          name="qualifier"
          label={t('field.qualifier')}
          width="s"
          choices={choices(t, qualifiers, 'qualifier')}
          empty={t('field.exact')}
        />
      </>
    );
  },
  staff: function StaffFields() {
    const t = useT('projects');
    return (
      <>
        <TextField name="title" label={t('field.title')} width="l" />
        <TextField name="name" label={t('field.person')} width="l" optional />
        <TextField name="share" label={t('field.share')} keyboard="decimal" width="s" optional />
        <TextField name="hourly" label={t('field.hourly')} unit="€" keyboard="decimal" width="s" optional />
        <Days />
      </>
    );
  },
  reach: function ReachFields() {
    const t = useT('projects');
    return (
      <>
        <Checkbox name="nationwide" label={t('field.nationwide')} />
        <TextArea name="municipalities" label={t('field.municipalities')} rows={3} optional />
        <TextField name="regions" label={t('field.regions')} width="l" optional />
        <CheckboxGroup
          name="groups"
          label={t('field.groups')}
          choices={choices(t, targetGroupCodes, 'group')}
          optional
        />
        <TextArea name="direct" label={t('field.direct')} optional />
        <TextArea name="indirect" label={t('field.indirect')} optional />
      </>
    );
  },
  section: function SectionFields() {
    const t = useT('projects');
    return (
      <>
        <Select name="kind" label={t('field.kind')} choices={choices(t, sectionKinds, 'section')} />
        <TextArea name="words" label={t('edit.section')} rows={12} optional />
      </>
    );
  },
  outcome: function OutcomeFields({ opened }) {
    const t = useT('projects');
    return (
      <>
        <Select name="kind" label={t('field.kind')} choices={choices(t, outcomeKinds, 'outcome')} />
        <TextArea name="words" label={t('field.words')} rows={3} />
        <Select
          name="workPackage"
          label={t('field.workPackage')}
          empty="–"
          optional
          choices={opened.plan.workPackages.map((one) => ({
            value: one.code,
            label: `${one.code} ${one.name}`,
          }))}
        />
        <TextField name="owner" label={t('field.owner')} width="l" optional />
        <DateField name="adoptedOn" label={t('field.adoptedOn')} optional />
        <Select
          name="used"
          label={t('field.used')}
          empty="–"
          optional
          choices={[
            { value: 'yes', label: t('final.yes') },
            { value: 'no', label: t('final.no') },
          ]}
        />
      </>
    );
  },
  party: function PartyFields() {
    const t = useT('projects');
    return (
      <>
        <Select name="role" label={t('field.role')} choices={choices(t, partyRoles, 'party')} />
        <TextField name="name" label={t('field.label')} width="l" />
        <TextField
          name="share"
          label={t('field.part-share')}
          unit="€"
          keyboard="decimal"
          width="s"
          optional
        />
        <DateField name="committedOn" label={t('field.committedOn')} optional />
        <TextField name="committedHow" label={t('field.committedHow')} optional />
        <DateField name="decidedOn" label={t('field.decidedOn')} optional />
      </>
    );
  },
  link: function LinkFields() {
    const t = useT('projects');
    return (
      <>
        <TextField name="name" label={t('field.label')} width="l" />
        <Select name="relation" label={t('field.relation')} choices={choices(t, linkRelations, 'relation')} />
        <TextArea name="words" label={t('field.words')} rows={3} optional />
      </>
    );
  },
  move: function MoveFields({ opened }) {
    const t = useT('projects');
    return (
      <>
        {opened.actions.moves.includes('applied') && <ReadyNote opened={opened} />}
        {opened.actions.moves.includes('closed') && <ClosingList opened={opened} />}
        <Select name="to" label={t('field.to')} choices={choices(t, opened.actions.moves, 'state')} />
        <DateField name="on" label={t('field.on')} />
        <TextField name="note" label={t('field.note')} width="l" optional />
        {opened.actions.moves.includes('applied') && opened.readiness.blocking > 0 && (
          <TextArea
            name="unreadyWhy"
            label={t('field.unreadyWhy')}
            help={t('help.unreadyWhy')}
            rows={3}
            optional
          />
        )}
      </>
    );
  },
  version: function VersionFields() {
    const t = useT('projects');
    return <TextField name="why" label={t('field.why')} width="l" maxLength={500} />;
  },
  file: function FileFields() {
    const t = useT('projects');
    return (
      <FileField
        name="file"
        label={t('field.file')}
        help={t('help.file')}
        accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
      />
    );
  },
  realised: function RealisedFields() {
    const t = useT('projects');
    return (
      <>
        <TextField name="month" label={t('field.month')} width="s" />
        <Select name="kind" label={t('field.kind')} choices={choices(t, costKinds, 'cost')} />
        <TextField name="label" label={t('months.label')} width="l" optional />
        <TextField
          name="amount"
          label={t('field.amount')}
          unit="€"
          keyboard="decimal"
          width="s"
          help={t('help.money')}
        />
        <TextField name="evidence" label={t('field.evidence')} width="l" />
      </>
    );
  },
  hours: function HoursFields({ opened }) {
    const t = useT('projects');
    return (
      <>
        <Select
          name="staffId"
          label={t('field.staffId')}
          choices={opened.plan.staff.map((one) => ({
            value: one.id ?? '',
            label: [one.title, one.name].filter(Boolean).join(', '),
          }))}
        />
        <TextField name="month" label={t('field.month')} width="s" />
        <TextField name="hours" label={t('field.hours')} keyboard="decimal" width="s" />
      </>
    );
  },
  funder: function FunderFields({ funders }) {
    const t = useT('projects');
    return (
      <>
        <p>{t('help.funder')}</p>
        <Select
          name="funderId"
          label={t('field.funderId')}
          choices={funders}
          empty={t('funder.nobody')}
          width="l"
          optional
        />
      </>
    );
  },
  'report-day': function ReportDayFields() {
    const t = useT('projects');
    return <DateField name="reportDueOn" label={t('field.reportDueOn')} optional />;
  },
};

/** The fields of one part of a plan. */
export function EditFields({ part, ...props }: FieldsProps & { readonly part: EditPart }) {
  const Fields = forms[part];
  return <Fields {...props} />;
}
