import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { ProgrammeChange, ProgrammeContent } from '#programmes';
import { useT } from '../i18n/use.ts';
import {
  formValues,
  type Issue,
  invalid,
  orThrow,
  problem,
  redirectWith,
  refused,
  requireViewer,
  type SentForm,
} from '../page.ts';
import { programmeCrumbs } from '../programmes/words.ts';
import {
  Button,
  CheckboxGroup,
  DateField,
  Page,
  PolkuForm,
  Select,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/programmes-edit-part.ts';

const keepers = ['area-manager', 'board'] as const;
const kinds = ['basics', 'theme', 'goal', 'measure', 'indicator', 'coordinator'] as const;
type Kind = (typeof kinds)[number];
const pilotFigures = [
  'joined',
  'mapped',
  'consented',
  'introduced',
  'interviewed',
  'employed',
  'companies-helped',
] as const;

type Goal = ProgrammeContent['goals'][number];
const everyGoal = (goals: readonly Goal[]): Goal[] =>
  goals.flatMap((goal) => [goal, ...everyGoal(goal.goals)]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, keepers);
  const kind = kinds.find((one) => one === params.part);
  if (!kind) throw problem(404, { code: 'not-found' });
  const working = orThrow(await services.programmes.openWorking({ programmeId: params.programmeId }));
  const asked = new URL(request.url).searchParams;
  const { content } = working;
  const goals = everyGoal(content.goals);
  const municipalities = kind === 'measure' ? orThrow(await services.areas.municipalities({})) : [];
  return {
    kind,
    programmeId: working.programmeId,
    name: content.name,
    revision: working.revision,
    values: valuesOf(kind, content, asked),
    themes: content.themes.map(({ number, title }) => ({
      value: number ?? title,
      label: [number, title].filter(Boolean).join(' '),
    })),
    coordinators: content.coordinators.map(({ name }) => ({ value: name, label: name })),
    goals: goals.map(({ id, title }) => ({ value: id, label: title })),
    organisations: working.choices.organisations.map(({ id, name }) => ({ value: id, label: name })),
    pilots: working.choices.pilots,
    areaFacts: working.choices.areaFacts as string[],
    municipalities: municipalities.map(({ code, name }) => ({ code, name })),
    isNew: kind !== 'basics' && !asked.has('id'),
  };
}

/** What the form holds at first: the part as it is in the working copy. */
function valuesOf(
  kind: Kind,
  content: ProgrammeContent,
  asked: URLSearchParams,
): Record<string, string | string[]> {
  const id = asked.get('id') ?? '';
  const goals = everyGoal(content.goals);
  const text = (value: number | string | undefined) =>
    value === undefined ? '' : String(value).replace('.', ',');
  switch (kind) {
    case 'basics':
      return {
        name: content.name,
        validFrom: content.validFrom,
        validTo: content.validTo ?? '',
        reviewOn: content.reviewOn ?? '',
        purpose: content.purpose.join('\n\n'),
      };
    case 'theme': {
      const theme = content.themes.find((one) => one.id === id);
      return {
        id,
        number: theme?.number ?? '',
        title: theme?.title ?? '',
        effects: theme?.effects.join('\n') ?? '',
      };
    }
    case 'goal': {
      const goal = goals.find((one) => one.id === id);
      return {
        id,
        under: asked.get('under') ?? '',
        title: goal?.title ?? '',
        description: goal?.description ?? '',
        theme: goal?.theme ?? '',
        coordinators: goal?.coordinators ?? [],
      };
    }
    case 'measure': {
      const goal = goals.find((one) => one.id === asked.get('goal'));
      const measure = goal?.measures.find((one) => one.id === id);
      return {
        id,
        goal: goal?.id ?? '',
        title: measure?.title ?? '',
        description: measure?.description ?? '',
        years: measure?.years.join(', ') ?? '',
        municipalities: measure?.municipalities.join(', ') ?? '',
        coordinators: measure?.coordinators ?? [],
      };
    }
    case 'indicator': {
      const owner = asked.get('owner') ?? '';
      const one = goals
        .flatMap((goal) => [...goal.indicators, ...goal.measures.flatMap(({ indicators }) => indicators)])
        .find((indicator) => indicator.id === id);
      return {
        id,
        owner,
        name: one?.name ?? '',
        unit: one?.unit ?? '',
        baseline: text(one?.baseline),
        baselineOn: one?.baselineOn ?? '',
        qualifier: one?.qualifier ?? '',
        target: text(one?.target),
        targetOn: one?.targetOn ?? '',
        source: one?.source ?? '',
        fact: !one?.fact
          ? ''
          : one.fact.kind === 'pilot-figure'
            ? `pilot ${one.fact.pilotId} ${one.fact.figure}`
            : `area ${one.fact.fact}`,
      };
    }
    case 'coordinator': {
      const one = content.coordinators.find((each) => each.id === id);
      return { id, name: one?.name ?? '', organisationId: one?.organisationId ?? '' };
    }
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, keepers);
  const sent = await formValues(context, request);
  const read = changeOf(params.part as Kind, sent);
  if (read.issues.length > 0) return invalid(sent, read.issues);
  const done = await services.programmes.changeProgramme({
    programmeId: params.programmeId,
    revision: Number(sent.text('revision')) || 0,
    change: read.change as ProgrammeChange,
  });
  if (!done.ok) {
    const issues = (done.error.details as { issues?: { path: string; code: string }[] } | undefined)?.issues;
    return refused(
      sent,
      issues
        ? {
            ...done.error,
            details: { issues: issues.map((one) => ({ ...one, path: one.path.split('.').at(-1) ?? '' })) },
          }
        : done.error,
    );
  }
  return redirectWith(context, `/programmes/${params.programmeId}/edit`, {
    kind: 'success',
    key: 'programmes:edit.changed',
  });
}

export const shouldRevalidate = () => true;

/** The change that the form says; numbers, years and municipalities are read as people write them. */
function changeOf(kind: Kind, sent: SentForm): { change: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const optional = (name: string) => sent.text(name) || undefined;
  const number = (name: string) => {
    if (sent.text(name) === '') return undefined;
    const parsed = parseFinnishNumber(sent.text(name));
    if (parsed.ok) return parsed.value;
    issues.push({
      path: name,
      code: parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
    });
    return undefined;
  };
  const words = (name: string) =>
    sent
      .text(name)
      .split(/[\s,;]+/)
      .filter((one) => one !== '');
  const id = optional('id');
  switch (kind) {
    case 'basics':
      return {
        issues,
        change: {
          kind,
          name: sent.text('name'),
          validFrom: sent.text('validFrom'),
          validTo: optional('validTo'),
          reviewOn: optional('reviewOn'),
          purpose: sent
            .text('purpose')
            .split(/\n\s*\n/)
            .filter(Boolean),
        },
      };
    case 'theme':
      return {
        issues,
        change: {
          kind,
          theme: {
            id,
            number: optional('number'),
            title: sent.text('title'),
            effects: sent
              .text('effects')
              .split('\n')
              .map((one) => one.trim())
              .filter(Boolean),
          },
        },
      };
    case 'goal':
      return {
        issues,
        change: {
          kind,
          underId: optional('under'),
          goal: {
            id,
            title: sent.text('title'),
            description: optional('description'),
            theme: optional('theme'),
            coordinators: sent.list('coordinators'),
          },
        },
      };
    case 'measure': {
      const years = words('years');
      if (years.some((year) => !/^(19|20|21)\d\d$/.test(year)))
        issues.push({ path: 'years', code: 'invalid' });
      const municipalities = words('municipalities');
      if (municipalities.some((code) => !/^\d{3}$/.test(code)))
        issues.push({ path: 'municipalities', code: 'municipality-not-found' });
      return {
        issues,
        change: {
          kind,
          goalId: sent.text('goal'),
          measure: {
            id,
            title: sent.text('title'),
            description: optional('description'),
            years: years.map(Number),
            municipalities,
            coordinators: sent.list('coordinators'),
          },
        },
      };
    }
    case 'indicator': {
      const [from, second, figure] = sent.text('fact').split(' ');
      const fact =
        from === 'pilot'
          ? { kind: 'pilot-figure', pilotId: second, figure }
          : from === 'area'
            ? { kind: 'area-fact', fact: second }
            : undefined;
      return {
        change: {
          kind,
          ownerId: sent.text('owner'),
          indicator: {
            id,
            name: sent.text('name'),
            unit: optional('unit'),
            baseline: number('baseline'),
            baselineOn: optional('baselineOn'),
            qualifier: optional('qualifier'),
            target: number('target'),
            targetOn: optional('targetOn'),
            source: optional('source'),
            fact,
          },
        },
        issues,
      };
    }
    case 'coordinator':
      return {
        issues,
        change: {
          kind,
          coordinator: { id, name: sent.text('name'), organisationId: optional('organisationId') },
        },
      };
  }
}

/** The form of one part of the working copy. */
export default function EditPart({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const { kind, programmeId, name, revision, values, isNew } = loaderData;
  const back = `/programmes/${programmeId}/edit`;
  return (
    <Page
      title={kind === 'basics' ? t('edit.basics') : t(isNew ? `edit.add-${kind}` : `edit.change-${kind}`)}
      lead={t('edit.part-lead')}
      breadcrumbs={[...programmeCrumbs(t, { programmeId, name }), { to: back, label: t('edit.title') }]}
    >
      <PolkuForm
        id="part"
        result={actionData}
        values={values}
        labels={{
          name: t('name'),
          title: t('edit.name'),
          years: t('years'),
          target: t('target'),
          baseline: t('baseline'),
          validTo: t('valid-to'),
          validFrom: t('valid-from'),
          municipalities: t('municipalities'),
        }}
      >
        <input type="hidden" name="revision" value={revision} />
        {['id', 'goal', 'owner', 'under'].map((one) =>
          typeof values[one] === 'string' && values[one] !== '' ? (
            <input key={one} type="hidden" name={one} value={values[one]} />
          ) : null,
        )}
        <Fields {...loaderData} />
        <div className="actions">
          <Button>{t('edit.keep')}</Button>
          <Button look="secondary" to={back}>
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}

function Fields(props: Route.ComponentProps['loaderData']) {
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
  }
}
