import { useFormat, useT } from '../i18n/use.ts';
import { CheckboxGroup, DateField, Select, TextArea, TextField } from '../ui/index.ts';
import type { PartKind } from './edit-forms.ts';

type Choice = { readonly value: string; readonly label: string };
export type PartFieldsProps = {
  readonly kind: PartKind;
  readonly values: Readonly<Record<string, string | string[]>>;
  readonly themes: readonly Choice[];
  readonly coordinators: readonly Choice[];
  readonly organisations: readonly Choice[];
  readonly bodies: readonly Choice[];
  readonly decisions: readonly {
    readonly id: string;
    readonly heading: string;
    readonly decidedOn: string;
    readonly body: string;
    readonly reference?: string | undefined;
  }[];
  readonly pilots: readonly { readonly id: string; readonly name: string }[];
  readonly areaFacts: readonly string[];
};

const pilotFigures = [
  'joined',
  'mapped',
  'consented',
  'introduced',
  'interviewed',
  'employed',
  'companies-helped',
] as const;

/** The fields of one part. */
export function PartFields(props: PartFieldsProps) {
  const t = useT('programmes');
  const p = useT('pilots');
  switch (props.kind) {
    case 'basics':
      return (
        <>
          <TextField name="name" label={t('name')} width="l" maxLength={500} />
          <DateField name="validFrom" label={t('valid-from')} />
          <DateField name="validTo" label={t('valid-to')} help={t('valid-to-help')} optional />
          <DateField name="reviewOn" label={t('review-on')} help={t('review-on-help')} optional />
          <TextArea name="purpose" label={t('purpose')} rows={6} optional />
        </>
      );
    case 'theme':
      return (
        <>
          <TextField name="number" label={t('edit.number')} width="s" optional />
          <TextField name="title" label={t('edit.name')} width="l" maxLength={500} />
          <TextArea name="effects" label={t('effects')} help={t('effects-help')} rows={4} optional />
        </>
      );
    case 'goal':
      return (
        <>
          <TextField name="title" label={t('edit.name')} width="l" maxLength={500} />
          <TextArea name="description" label={t('description')} rows={4} optional />
          {props.themes.length > 0 && (
            <Select name="theme" label={t('theme')} choices={props.themes} empty={t('no-theme')} width="l" />
          )}
          {props.coordinators.length > 0 && (
            <CheckboxGroup
              name="coordinators"
              label={t('tabs.coordinators')}
              help={t('edit.coordinators-help')}
              choices={props.coordinators}
              values={[props.values.coordinators ?? []].flat()}
            />
          )}
        </>
      );
    case 'measure':
      return (
        <>
          <TextField name="title" label={t('edit.name')} width="l" maxLength={500} />
          <TextArea name="description" label={t('description')} rows={4} optional />
          <TextField name="years" label={t('years')} help={t('edit.years-help')} optional />
          <TextField
            name="municipalities"
            label={t('municipalities')}
            help={t('edit.municipalities-help')}
            optional
            width="l"
          />
          {props.coordinators.length > 0 && (
            <CheckboxGroup
              name="coordinators"
              label={t('edit.own-coordinators')}
              help={t('edit.own-coordinators-help')}
              choices={props.coordinators}
              values={[props.values.coordinators ?? []].flat()}
            />
          )}
        </>
      );
    case 'indicator':
      return (
        <>
          <TextField name="name" label={t('edit.name')} width="l" maxLength={500} />
          <TextField name="unit" label={t('unit')} optional />
          <TextField name="baseline" label={t('baseline')} keyboard="decimal" width="s" optional />
          <DateField name="baselineOn" label={t('baseline-on')} optional />
          <TextField name="qualifier" label={t('qualifier')} help={t('qualifier-help')} width="s" optional />
          <TextField name="target" label={t('target')} keyboard="decimal" width="s" optional />
          <DateField name="targetOn" label={t('target-on')} optional />
          <Select
            name="fact"
            label={t('fact')}
            help={t('fact-help')}
            width="l"
            empty={t('fact-none')}
            choices={[
              ...props.pilots.flatMap((pilot) =>
                pilotFigures.map((figure) => ({
                  value: `pilot ${pilot.id} ${figure}`,
                  label: `${pilot.name}: ${p(`figure.${figure}`)}`,
                })),
              ),
              ...props.areaFacts.map((fact) => ({ value: `area ${fact}`, label: t(`area-fact.${fact}`) })),
            ]}
          />
          <TextField name="source" label={t('source')} help={t('source-help')} width="l" optional />
        </>
      );
    case 'coordinator':
      return (
        <>
          <TextField
            name="name"
            label={t('edit.name')}
            help={t('edit.coordinator-help')}
            width="l"
            maxLength={500}
          />
          <Select
            name="organisationId"
            label={t('organisation')}
            choices={props.organisations}
            empty={t('no-organisation')}
            width="l"
          />
        </>
      );
    default:
      return <AroundFields {...props} />;
  }
}

function AroundFields(props: PartFieldsProps) {
  const t = useT('programmes');
  const format = useFormat();
  switch (props.kind) {
    case 'board':
      return (
        <>
          <TextField
            name="name"
            label={t('board-name')}
            help={t('edit.board-help')}
            width="l"
            maxLength={500}
          />
          <Select
            name="bodyId"
            label={t('body')}
            help={t('edit.body-help')}
            choices={props.bodies}
            empty={t('body-none')}
            width="l"
          />
          <TextField name="appointedBy" label={t('appointed-by')} width="l" maxLength={300} optional />
          <TextField
            name="preparer"
            label={t('preparer')}
            help={t('edit.preparer-help')}
            width="l"
            maxLength={300}
            optional
          />
        </>
      );
    case 'approval':
      return (
        <>
          <Select
            name="decisionId"
            label={t('board-report.decision')}
            help={t('board-report.decision-help')}
            empty={t('board-report.decision-none')}
            choices={props.decisions.map((one) => ({
              value: one.id,
              label: [one.body, format.day(one.decidedOn), one.reference, one.heading]
                .filter(Boolean)
                .join(' · '),
            }))}
            width="l"
          />
          <TextField name="body" label={t('board-report.body')} width="l" maxLength={300} optional />
          <DateField name="decidedOn" label={t('board-report.decided-on')} optional />
          <TextField
            name="reference"
            label={t('board-report.reference')}
            help={t('board-report.reference-help')}
            optional
          />
        </>
      );
    case 'member':
      return (
        <>
          <TextField
            name="name"
            label={t('edit.name')}
            help={t('edit.member-help')}
            width="l"
            maxLength={500}
          />
          <TextField name="role" label={t('edit.role')} maxLength={100} optional />
          <Select
            name="organisationId"
            label={t('organisation')}
            choices={props.organisations}
            empty={t('no-organisation')}
            width="l"
          />
        </>
      );
    case 'chapter':
      return (
        <>
          <TextField name="number" label={t('edit.number')} width="s" optional />
          <TextField name="title" label={t('edit.name')} width="l" maxLength={500} />
        </>
      );
    case 'milestone':
      return (
        <>
          <DateField name="on" label={t('edit.on')} />
          <TextField
            name="title"
            label={t('edit.name')}
            help={t('edit.milestone-help')}
            width="l"
            maxLength={500}
          />
        </>
      );
    default:
      return null;
  }
}
