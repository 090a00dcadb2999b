import { funderChecks, projectKeepers, projectReaders } from '#codes/projects';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { PromisePage } from '../projects/promise-page.tsx';
import { placeOfReason, useReasonWords } from '../projects/reasons.tsx';
import {
  Button,
  Card,
  CheckboxGroup,
  Details,
  EmptyState,
  PolkuForm,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/project-rejection.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  return orThrow(await services.projects.openRejection(params));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { projectId } = params;
  const sent = await formValues(context, request);
  const itemId = sent.text('itemId');
  const done =
    sent.form === 'reasons'
      ? await services.projects.addReasons({
          projectId,
          words: sent.text('words'),
          source: sent.text('source'),
        })
      : await services.projects.answerCriticism({
          projectId,
          itemId,
          check: sent.text('check') as 'other',
          answer: sent.text('answer'),
          evidence: sent.list('evidence'),
        });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${projectId}/rejection${itemId === '' ? '' : `#item-${itemId}`}`, {
    kind: 'success',
    key: 'promises:saved',
  });
}

/** FND-10 is the answering itself, and the horizontal principles have a page of their own. */
const checks = funderChecks.filter((check) => check !== 'FND-10' && check !== 'horizontal');

/** What the funder said no to: each criticism with its state, what still makes it true, and what in the plan answers it. */
export default function ProjectRejection({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const { head, items, improves, actions } = loaderData;
  const open = items.filter(({ state }) => state === 'open').length;
  return (
    <PromisePage title={t('rejection.title')} head={head}>
      {improves !== undefined && (
        <p>
          {t('rejection.improves')} <a href={`/projects/${improves.projectId}/rejection`}>{improves.name}</a>
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
          <PolkuForm id="reasons" result={actionData} label={t('rejection.add')}>
            <TextArea name="words" label={t('rejection.words')} rows={6} />
            <TextField name="source" label={t('rejection.source')} width="l" optional />
            <div className="actions">
              <Button look="secondary">{t('save')}</Button>
            </div>
          </PolkuForm>
        </Section>
      )}
    </PromisePage>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Item({
  item,
  page: { head, things, actions },
  result,
}: {
  readonly item: Loaded['items'][number];
  readonly page: Loaded;
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('promises');
  const format = useFormat();
  const words = useReasonWords();
  const form = `answer-${item.id}`;
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
          <p className="source">{t('rejection.from', { source: item.source })}</p>
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
            open={result?.form === form}
          >
            <PolkuForm
              id={form}
              result={result}
              label={`${t('rejection.answer')}: ${t(`check.${item.check}`)}`}
              values={{ answer: item.answer ?? '', check: item.check }}
            >
              <input type="hidden" name="itemId" value={item.id} />
              <Select
                name="check"
                label={t('rejection.about')}
                help={t('rejection.about-help')}
                width="l"
                choices={checks.map((value) => ({ value, label: t(`check.${value}`) }))}
              />
              <TextArea name="answer" label={t('rejection.answer-words')} rows={3} />
              <CheckboxGroup
                name="evidence"
                label={t('rejection.evidence')}
                help={t('rejection.evidence-help')}
                choices={things.map(({ id, label }) => ({ value: id, label }))}
                values={item.evidence.map(({ id }) => id)}
              />
              <div className="actions">
                <Button look="secondary">{t('save')}</Button>
              </div>
            </PolkuForm>
          </Details>
        )}
      </Card>
    </div>
  );
}
