import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { DefinitionList, Page, Section, StateLine } from '#web/ui/index.ts';
import type { Route } from './+types/public-question.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services } = page(context);
  return orThrow(await services.outreach.ownQuestion({ token: params.token }));
}

/** Not for search engines or a borrowed computer's history of answers: the address is the key. */
export const headers = () => ({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });

/** A visitor's own question: kept by its address, which is the only key to it. */
export default function PublicQuestion({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { text, topic, state, answer, dueOn, askedOn, answeredOn, closedWhy, language } = loaderData;
  return (
    <Page
      title={t('own-question')}
      lead={t('own-question-lead')}
      breadcrumbs={[{ to: '/public/questions', label: t('public-questions') }]}
    >
      <p>
        <StateLine kind={state === 'open' ? 'waiting' : state === 'answered' ? 'done' : 'stopped'}>
          {state === 'open'
            ? t('answer-comes', { day: format.day(dueOn) })
            : state === 'answered'
              ? t('answered-on', { day: format.day(answeredOn) })
              : t('question-state.closed')}
        </StateLine>
      </p>
      <Section id="asked" title={t('your-question')}>
        <p lang={language}>{text}</p>
        <DefinitionList
          items={[
            { term: t('topic-name'), value: t(`topic.${topic}`) },
            { term: t('asked'), value: format.day(askedOn) },
          ]}
        />
      </Section>
      {(answer !== undefined || closedWhy !== undefined) && (
        <Section id="answer" title={t('answer')}>
          <p lang={language}>{answer ?? closedWhy}</p>
        </Section>
      )}
    </Page>
  );
}
