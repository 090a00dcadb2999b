import { Link } from 'react-router';
import type { ProgrammeContent } from '#programmes';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import type { ShownForm } from '#web/forms/shown.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer, type SentForm } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  DefinitionList,
  EmptyState,
  Notice,
  Page,
  Section,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/edit.ts';
import { Changes } from './changes.tsx';
import { AroundSections } from './edit-frame.tsx';
import { EditRow as Row } from './edit-row.tsx';
import { ProgrammeTabs } from './tabs.tsx';
import { programmeCrumbs } from './words.ts';

const undo = defineForm('programmes.undoChange', {
  id: 'undo',
  fixed: ['programmeId'],
  hidden: ['revision'],
  act: 'edit.undo',
});
const discard = defineForm('programmes.discardWorking', {
  id: 'discard',
  fixed: ['programmeId'],
  act: 'edit.discard',
});
const force = defineForm('programmes.bringIntoForce', {
  id: 'force',
  fixed: ['programmeId'],
  hidden: ['revision'],
  fields: {
    inForceFrom: { label: 'edit.from' },
    reason: { label: 'edit.reason', rows: 3 },
  },
  act: 'edit.force',
});
/** Up, down and away are three buttons of one form. */
const row = defineForm('programmes.changeProgramme', {
  id: 'part',
  fixed: ['programmeId', 'change'],
  hidden: ['revision'],
});

const lists = ['chapters', 'members', 'milestones'] as const;

function changeOfRow({ intent, text }: SentForm) {
  const id = text('change.id');
  const list = lists.find((name) => name === text('change.list'));
  const at = Number(text('change.at'));
  const by = intent === 'up' ? (-1 as const) : (1 as const);
  if (list !== undefined)
    return intent === 'remove'
      ? { kind: 'drop' as const, list, at }
      : { kind: 'shift' as const, list, at, by };
  return intent === 'remove' ? { kind: 'remove' as const, id } : { kind: 'move' as const, id, by };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'programmes:write');
  const working = orThrow(await services.programmes.openWorking({ programmeId: params.programmeId }));
  const t = translatorOf(language).in('programmes');
  const day = formatOf(language).day(working.last.inForceFrom);
  return {
    ...working,
    forms: {
      undo: showForm(context, undo),
      discard: showForm(context, discard),
      force: showForm(context, force, {
        initial: { inForceFrom: working.today },
        helps: { inForceFrom: t('edit.from-help', { day }) },
      }),
      row: showForm(context, row),
    },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'programmes:write');
  const { programmeId } = params;
  const fixed = { programmeId };
  return submitForms(
    { context, request },
    submission({ form: undo, fixed, done: { say: 'programmes:edit.undone' } }),
    submission({ form: discard, fixed, done: { say: 'programmes:edit.discarded' } }),
    submission({
      form: force,
      fixed,
      done: ({ number }) => ({
        to: `/programmes/${programmeId}/management#versions`,
        say: 'programmes:edit.in-force',
        values: { number },
      }),
    }),
    submission({
      form: row,
      fixed,
      prepare: (input, sent) => ({ ...input, change: changeOfRow(sent) }),
      done: { say: 'programmes:edit.changed' },
    }),
  );
}

/** The working copy: the programme as a tree that can be changed, what would change, and bringing it into force. */
export default function EditProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, content, revision, changes, findings, forms } = loaderData;
  const { language } = content;
  const to = `/programmes/${programmeId}/edit`;
  return (
    <Page
      title={t('edit.title')}
      lead={t('edit.lead')}
      breadcrumbs={programmeCrumbs(t, { programmeId, name: content.name, language })}
      wide
    >
      <ProgrammeTabs programmeId={programmeId} />
      {loaderData.overtaken && <Notice kind="warning" title={t('edit.overtaken')} />}
      <Section id="changes" title={t('edit.changes')}>
        {revision === 0 ? (
          <EmptyState title={t('edit.none')} />
        ) : (
          <>
            <Changes changes={changes} language={language} />
            {loaderData.undo && (
              <UseCaseForm
                form={forms.undo}
                hidden={{ revision }}
                result={actionData}
                label={t('edit.undo')}
                look="secondary"
                inline
              />
            )}
            {findings.length > 0 && <p>{t('edit.findings', { count: findings.length })}</p>}
            <UseCaseForm form={forms.force} hidden={{ revision }} result={actionData} />
            <ConfirmForm
              form={forms.discard}
              summary={t('edit.discard')}
              act={t('edit.discard')}
              result={actionData}
            >
              <p>{t('edit.discard-what')}</p>
            </ConfirmForm>
          </>
        )}
      </Section>
      <Section
        id="basics"
        title={t('edit.basics')}
        actions={<Button look="secondary" to={`${to}/basics`} label={t('common:edit')} />}
      >
        <DefinitionList
          items={[
            { term: t('name'), value: <span lang={language}>{content.name}</span> },
            { term: t('valid-from'), value: format.day(content.validFrom) },
            { term: t('valid-to'), value: content.validTo ? format.day(content.validTo) : t('open') },
            { term: t('review-on'), value: format.day(content.reviewOn) },
          ]}
        />
      </Section>
      <Section
        id="themes"
        title={t('themes')}
        actions={<Button look="secondary" to={`${to}/theme`} label={t('edit.add-theme')} />}
      >
        <ul className="rows rows--wide programme-rows">
          {content.themes.map((theme) => (
            <li key={theme.id} className="row">
              <Row
                form={forms.row}
                to={`${to}/theme?id=${theme.id}`}
                id={theme.id}
                title={[theme.number, theme.title].filter(Boolean).join(' ')}
                language={language}
                revision={revision}
                result={actionData}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="goals"
        title={t('goals')}
        actions={<Button look="secondary" to={`${to}/goal`} label={t('edit.add-goal')} />}
      >
        {content.goals.length === 0 && <EmptyState title={t('finding.goals-missing')} />}
        <Goals goals={content.goals} form={forms.row} {...{ to, language, revision }} result={actionData} />
      </Section>
      <Section
        id="coordinators"
        title={t('tabs.coordinators')}
        actions={<Button look="secondary" to={`${to}/coordinator`} label={t('edit.add-coordinator')} />}
      >
        <ul className="rows rows--wide programme-rows">
          {content.coordinators.map((coordinator) => (
            <li key={coordinator.id} className="row">
              <Row
                form={forms.row}
                to={`${to}/coordinator?id=${coordinator.id}`}
                id={coordinator.id}
                title={coordinator.name}
                language={language}
                revision={revision}
                result={actionData}
                order={false}
              />
            </li>
          ))}
        </ul>
      </Section>
      <AroundSections {...loaderData} form={forms.row} to={to} result={actionData} />
    </Page>
  );
}

type Common = {
  readonly form: ShownForm;
  readonly to: string;
  readonly language: string;
  readonly revision: number;
  readonly result: Route.ComponentProps['actionData'];
};

function Goals({ goals, ...common }: Common & { readonly goals: ProgrammeContent['goals'] }) {
  const t = useT('programmes');
  const { to, language } = common;
  return (
    <ul className="rows rows--wide programme-rows">
      {goals.map((goal) => (
        <li key={goal.id} className="row">
          <Row {...common} to={`${to}/goal?id=${goal.id}`} id={goal.id} title={goal.title} strong />
          <ul className="rows rows--wide programme-rows">
            {goal.measures.map((measure) => (
              <li key={measure.id} className="row">
                <Row
                  {...common}
                  to={`${to}/measure?id=${measure.id}&goal=${goal.id}`}
                  id={measure.id}
                  title={measure.title}
                />
                <ul>
                  {measure.indicators.map((indicator) => (
                    <li key={indicator.id}>
                      <Link to={`${to}/indicator?id=${indicator.id}&owner=${measure.id}`} lang={language}>
                        {indicator.name}
                      </Link>
                    </li>
                  ))}
                  <li>
                    <Link to={`${to}/indicator?owner=${measure.id}`}>
                      {t('edit.add-indicator')}
                      <span className="hidden">: {measure.title}</span>
                    </Link>
                  </li>
                </ul>
              </li>
            ))}
          </ul>
          <p className="row-facts">
            <Link to={`${to}/measure?goal=${goal.id}`}>
              {t('edit.add-measure')}
              <span className="hidden">: {goal.title}</span>
            </Link>
            {' · '}
            <Link to={`${to}/goal?under=${goal.id}`}>
              {t('edit.add-goal-under')}
              <span className="hidden">: {goal.title}</span>
            </Link>
            {' · '}
            <Link to={`${to}/indicator?owner=${goal.id}`}>
              {t('edit.add-indicator')}
              <span className="hidden">: {goal.title}</span>
            </Link>
          </p>
          {goal.indicators.length > 0 && (
            <ul>
              {goal.indicators.map((indicator) => (
                <li key={indicator.id}>
                  <Link to={`${to}/indicator?id=${indicator.id}&owner=${goal.id}`} lang={language}>
                    {indicator.name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {goal.goals.length > 0 && <Goals goals={goal.goals} {...common} />}
        </li>
      ))}
    </ul>
  );
}
