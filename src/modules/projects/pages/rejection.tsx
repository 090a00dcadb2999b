import { funderChecks, planLanguage } from '#codes/projects';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Card, Details, EmptyState, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/rejection.ts';
import type { Value } from './opened.ts';
import { PromisePage } from './promise-page.tsx';
import { placeOfReason, useReasonWords } from './reasons.tsx';

/** FND-10 is the answering itself, and the horizontal principles have a page of their own. */
const checks = funderChecks.filter((check) => check !== 'FND-10' && check !== 'horizontal');

const reasons = defineForm('projects.addReasons', {
  id: 'reasons',
  texts: 'promises',
  fixed: ['projectId'],
  fields: {
    words: { label: 'rejection.words', rows: 6 },
    source: { as: 'line', label: 'rejection.source', width: 'l' },
  },
});
const answering = defineForm('projects.answerCriticism', {
  id: 'answer',
  texts: 'promises',
  fixed: ['projectId'],
  hidden: ['itemId'],
  fields: {
    check: { as: 'select', label: 'rejection.about', choices: checks, width: 'l' },
    answer: { label: 'rejection.answer-words', rows: 3 },
    evidence: { label: 'rejection.evidence', optional: false },
  },
});

type Opened = Value<'openRejection'>;

/** An answer as its form has it. */
const present = ({ items }: Opened, itemId: string) => {
  const item = items.find(({ id }) => id === itemId);
  return (
    item && { check: item.check, answer: item.answer ?? '', evidence: item.evidence.map(({ id }) => id) }
  );
};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  const opened = orThrow(await services.projects.openRejection(params));
  const evidence = opened.things.map(({ id, label }) => ({ value: id, label }));
  return {
    ...opened,
    items: opened.items.map((item) => ({
      ...item,
      form: showForm(context, answering, { values: present(opened, item.id), choices: { evidence } }),
    })),
    form: showForm(context, reasons),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'projects:write');
  const fixed = { projectId: params.projectId };
  const at = `/projects/${params.projectId}/rejection`;
  return submitForms(
    { context, request },
    submission({ form: reasons, fixed, done: { say: 'promises:saved' } }),
    submission({
      form: answering,
      fixed,
      current: async (_, { itemId }) =>
        present(orThrow(await services.projects.openRejection(params)), itemId),
      done: (_, { itemId }) => ({ to: `${at}#item-${itemId}`, say: 'promises:saved' }),
    }),
  );
}

/** What the funder said no to: each criticism with its state, what still makes it true, and what in the plan answers it. */
export default function ProjectRejection({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const { head, items, improves, actions } = loaderData;
  const open = items.filter(({ state }) => state === 'open').length;
  return (
    <PromisePage title={t('rejection.title')} head={head}>
      {improves !== undefined && (
        <p>
          {t('rejection.improves')}{' '}
          <a href={`/projects/${improves.projectId}/rejection`} lang={planLanguage}>
            {improves.name}
          </a>
        </p>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('rejection.none')}>
          <p>{t('rejection.none-help')}</p>
        </EmptyState>
      ) : (
        <p>
          <StateLine kind={open === 0 ? 'done' : 'waiting'}>
            {open === 0
              ? t('rejection.all-answered', { count: items.length })
              : t('rejection.open', { count: open, all: items.length })}
          </StateLine>
        </p>
      )}
      {items.map((item) => (
        <Item key={item.id} item={item} page={loaderData} result={actionData} />
      ))}
      {actions.change && (
        <Section id="add" title={t('rejection.add')} lead={t('rejection.add-lead')}>
          <UseCaseForm
            form={loaderData.form}
            result={actionData}
            label={t('rejection.add')}
            look="secondary"
          />
        </Section>
      )}
    </PromisePage>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Item({
  item,
  page: { head, actions },
  result,
}: {
  readonly item: Loaded['items'][number];
  readonly page: Loaded;
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('promises');
  const format = useFormat();
  const sourceOf = useSource();
  const words = useReasonWords();
  return (
    <div id={`item-${item.id}`} className="criticism">
      <Card
        level={2}
        title={t(`check.${item.check}`)}
        state={
          item.state === 'answered' ? (
            <StateLine kind="done">
              {t('rejection.answered', {
                day: item.answeredOn === undefined ? '' : format.day(item.answeredOn),
              })}
            </StateLine>
          ) : (
            <StateLine kind="stopped">{t('rejection.is-open')}</StateLine>
          )
        }
      >
        <blockquote>
          <p lang="fi">{item.text}</p>
        </blockquote>
        {item.source !== undefined && (
          <p className="source">{t('rejection.from', { source: sourceOf(item.source) })}</p>
        )}
        {item.stillTrue.length > 0 && (
          <Details
            summary={t('rejection.still-true', { count: item.stillTrue.length })}
            open={item.stillTrue.length < 4}
          >
            <ul>
              {item.stillTrue.map((reason) => (
                <li key={`${reason.code} ${reason.about?.id}`}>
                  {actions.change ? (
                    <a href={placeOfReason(head.projectId, reason)}>{words(reason)}</a>
                  ) : (
                    words(reason)
                  )}
                </li>
              ))}
            </ul>
          </Details>
        )}
        {item.answer !== undefined && (
          <>
            <p>{item.answer}</p>
            <p>
              {t('rejection.shown-by')}{' '}
              {item.evidence.map(({ label }) => label ?? t('rejection.gone')).join('; ') || t('nothing')}
            </p>
          </>
        )}
        {actions.change && (
          <Details
            summary={
              <>
                {t(item.answer === undefined ? 'rejection.answer' : 'rejection.answer-again')}
                <span className="hidden">: {t(`check.${item.check}`)}</span>
              </>
            }
            open={result?.form === `answer~${item.id}`}
          >
            <UseCaseForm
              form={item.form}
              row={item.id}
              hidden={{ itemId: item.id }}
              result={result}
              label={`${t('rejection.answer')}: ${t(`check.${item.check}`)}`}
              look="secondary"
            />
          </Details>
        )}
      </Card>
    </div>
  );
}
