import { Link } from 'react-router';
import type { ProgrammeContent } from '#programmes';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Changes } from '../programmes/changes.tsx';
import { AroundSections } from '../programmes/edit-around.tsx';
import { EditRow as Row } from '../programmes/edit-row.tsx';
import { ProgrammeTabs } from '../programmes/tabs.tsx';
import { programmeCrumbs } from '../programmes/words.ts';
import {
  Button,
  ConfirmForm,
  DateField,
  DefinitionList,
  EmptyState,
  Notice,
  Page,
  PolkuForm,
  Section,
  TextArea,
} from '../ui/index.ts';
import type { Route } from './+types/programmes-edit.ts';

const keepers = ['area-manager', 'board'] as const;
const lists = ['chapters', 'members', 'milestones'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, keepers);
  return orThrow(await services.programmes.openWorking({ programmeId: params.programmeId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, keepers);
  const sent = await formValues(context, request);
  const { programmeId } = params;
  const revision = Number(sent.text('revision')) || 0;
  const here = `/programmes/${programmeId}/edit`;
  switch (sent.intent) {
    case 'undo': {
      const done = await services.programmes.undoChange({ programmeId, revision });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, here, { kind: 'success', key: 'programmes:edit.undone' });
    }
    case 'discard': {
      const done = await services.programmes.discardWorking({ programmeId });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, here, { kind: 'success', key: 'programmes:edit.discarded' });
    }
    case 'force': {
      const done = await services.programmes.bringIntoForce({
        programmeId,
        revision,
        inForceFrom: sent.text('inForceFrom'),
        reason: sent.text('reason'),
      });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, `/programmes/${programmeId}/versions`, {
        kind: 'success',
        key: 'programmes:edit.in-force',
        values: { number: done.value.number },
      });
    }
    default: {
      const id = sent.text('id');
      const by = sent.intent === 'up' ? (-1 as const) : (1 as const);
      const list = lists.find((one) => one === sent.text('list'));
      const at = Number(sent.text('at')) || 0;
      const away = sent.intent === 'remove';
      const change = list
        ? away
          ? { kind: 'drop' as const, list, at }
          : { kind: 'shift' as const, list, at, by }
        : away
          ? { kind: 'remove' as const, id }
          : { kind: 'move' as const, id, by };
      const done = await services.programmes.changeProgramme({ programmeId, revision, change });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, here, { kind: 'success', key: 'programmes:edit.changed' });
    }
  }
}

/** The working copy: the programme as a tree that can be changed, what would change, and bringing it into force. */
export default function EditProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, content, revision, last, changes, findings } = loaderData;
  const { language } = content;
  const to = `/programmes/${programmeId}/edit`;
  return (
    <Page
      title={t('edit.title')}
      lead={t('edit.lead')}
      breadcrumbs={programmeCrumbs(t, { programmeId, name: content.name })}
      wide
    >
      <ProgrammeTabs programmeId={programmeId} keeper />
      {loaderData.overtaken && <Notice kind="warning" title={t('edit.overtaken')} />}
      <Section id="changes" title={t('edit.changes')}>
        {revision === 0 ? (
          <EmptyState title={t('edit.none')} />
        ) : (
          <>
            <Changes changes={changes} language={language} />
            {loaderData.undo && (
              <PolkuForm id="undo" result={actionData} label={t('edit.undo')} inline>
                <input type="hidden" name="revision" value={revision} />
                <Button look="secondary" name="intent" value="undo">
                  {t('edit.undo')}
                </Button>
              </PolkuForm>
            )}
            {findings.length > 0 && <p>{t('edit.findings', { count: findings.length })}</p>}
            <PolkuForm
              id="force"
              result={actionData}
              values={{ inForceFrom: loaderData.today }}
              labels={{ inForceFrom: t('edit.from'), reason: t('edit.reason') }}
            >
              <input type="hidden" name="revision" value={revision} />
              <DateField
                name="inForceFrom"
                label={t('edit.from')}
                help={t('edit.from-help', { day: format.day(last.inForceFrom) })}
              />
              <TextArea
                name="reason"
                label={t('edit.reason')}
                help={t('edit.reason-help')}
                rows={3}
                maxLength={2000}
              />
              <div className="actions">
                <Button name="intent" value="force">
                  {t('edit.force')}
                </Button>
              </div>
            </PolkuForm>
            <ConfirmForm
              id="discard"
              summary={t('edit.discard')}
              act={t('edit.discard')}
              intent="discard"
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
        actions={
          <Button look="secondary" to={`${to}/basics`}>
            {t('common:edit')}
          </Button>
        }
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
        actions={
          <Button look="secondary" to={`${to}/theme`}>
            {t('edit.add-theme')}
          </Button>
        }
      >
        <ul className="rows rows--wide programme-rows">
          {content.themes.map((theme) => (
            <li key={theme.id} className="row">
              <Row
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
        actions={
          <Button look="secondary" to={`${to}/goal`}>
            {t('edit.add-goal')}
          </Button>
        }
      >
        {content.goals.length === 0 && <EmptyState title={t('finding.goals-missing')} />}
        <Goals goals={content.goals} to={to} language={language} revision={revision} result={actionData} />
      </Section>
      <Section
        id="coordinators"
        title={t('tabs.coordinators')}
        actions={
          <Button look="secondary" to={`${to}/coordinator`}>
            {t('edit.add-coordinator')}
          </Button>
        }
      >
        <ul className="rows rows--wide programme-rows">
          {content.coordinators.map((one) => (
            <li key={one.id} className="row">
              <Row
                to={`${to}/coordinator?id=${one.id}`}
                id={one.id}
                title={one.name}
                language={language}
                revision={revision}
                result={actionData}
                order={false}
              />
            </li>
          ))}
        </ul>
      </Section>
      <AroundSections {...loaderData} to={to} result={actionData} />
    </Page>
  );
}

type Common = {
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
                  {measure.indicators.map((one) => (
                    <li key={one.id}>
                      <Link to={`${to}/indicator?id=${one.id}&owner=${measure.id}`} lang={language}>
                        {one.name}
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
              {goal.indicators.map((one) => (
                <li key={one.id}>
                  <Link to={`${to}/indicator?id=${one.id}&owner=${goal.id}`} lang={language}>
                    {one.name}
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
