import type { ProgrammeChange } from '#programmes';
import { useT } from '../i18n/use.ts';
import { formValues, invalid, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import { PartFields } from '../programmes/edit-fields.tsx';
import { changeOf, everyGoal, type PartKind, partKinds, valuesOf } from '../programmes/edit-forms.ts';
import { programmeCrumbs } from '../programmes/words.ts';
import { Button, Page, PolkuForm } from '../ui/index.ts';
import type { Route } from './+types/programmes-edit-part.ts';

const keepers = ['area-manager', 'board'] as const;
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, keepers);
  const kind = partKinds.find((one) => one === params.part);
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
    bodies: working.choices.bodies.map(({ id, name }) => ({ value: id, label: name })),
    decisions: working.choices.decisions,
    isNew: !['basics', 'board', 'approval'].includes(kind) && !asked.has('id') && !asked.has('at'),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, keepers);
  const sent = await formValues(context, request);
  const read = changeOf(params.part as PartKind, sent);
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
          decidedOn: t('board-report.decided-on'),
          bodyId: t('body'),
          decisionId: t('board-report.decision'),
          on: t('edit.on'),
        }}
      >
        <input type="hidden" name="revision" value={revision} />
        {['id', 'at', 'goal', 'owner', 'under'].map((one) =>
          typeof values[one] === 'string' && values[one] !== '' ? (
            <input key={one} type="hidden" name={one} value={values[one]} />
          ) : null,
        )}
        <PartFields {...loaderData} />
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
