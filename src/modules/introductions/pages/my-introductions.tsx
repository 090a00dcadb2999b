import { asksForBasis, KeptResults } from '#modules/matching/pages/stored-results.tsx';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import type { ShownForm, SubmitResult } from '#web/forms/shown.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Card, ConfirmForm, EmptyState, Page, Section } from '#web/ui/index.ts';
import type { Route } from './+types/my-introductions.ts';
import { IntroductionState } from './state.tsx';
import { type Introduction, isOpen } from './words.ts';

const steppingBack = defineForm('introductions.cancel', {
  id: 'cancel',
  hidden: ['introductionId'],
  act: 'mine.step-back',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, 'own-page:use');
  const clientId = viewer.clientId ?? '';
  return {
    ...orThrow(await services.introductions.ofClient({ clientId })),
    kept: asksForBasis(request)
      ? orThrow(await services.matching.storedResults({ clientId })).results
      : undefined,
    cancel: showForm(context, steppingBack),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'own-page:use');
  const done = { to: '/my/introductions', say: 'introductions:mine.cancelled' };
  return submitForm({ context, request, form: steppingBack, done });
}

/** The person: to whom I have been introduced, whose turn it is, and the way to step back. */
export default function MyIntroductions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('introductions');
  const open = loaderData.introductions.filter(isOpen);
  const closed = loaderData.introductions.filter((introduction) => !isOpen(introduction));
  return (
    <Page
      title={t('mine.title')}
      lead={t('mine.lead')}
      breadcrumbs={[{ to: '/my', label: t('navigation:my-path') }]}
      actions={
        loaderData.introductions.length > 0 && loaderData.kept === undefined ? (
          <Button
            look="secondary"
            to="/my/introductions?based-on=yes#based-on"
            label={t('matching:kept.link')}
          />
        ) : undefined
      }
    >
      {loaderData.introductions.length === 0 && (
        <EmptyState title={t('mine.none')} action={<Button to="/my/jobs" label={t('mine.to-jobs')} />}>
          <p>{t('mine.none-next')}</p>
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section id="open" title={t('open')}>
          <div className="cards">
            {open.map((introduction) => (
              <Mine
                key={introduction.introductionId}
                introduction={introduction}
                cancel={loaderData.cancel}
                result={actionData}
              />
            ))}
          </div>
        </Section>
      )}
      {closed.length > 0 && (
        <Section id="closed" title={t('closed')}>
          <div className="cards">
            {closed.map((introduction) => (
              <Mine
                key={introduction.introductionId}
                introduction={introduction}
                cancel={loaderData.cancel}
                result={actionData}
              />
            ))}
          </div>
        </Section>
      )}
      {loaderData.kept !== undefined && <KeptResults results={loaderData.kept} own />}
    </Page>
  );
}

function Mine({
  introduction,
  cancel,
  result,
}: {
  readonly introduction: Introduction;
  readonly cancel: ShownForm;
  readonly result: SubmitResult | undefined;
}) {
  const t = useT('introductions');
  const format = useFormat();
  return (
    <Card title={introduction.vacancy || introduction.company}>
      <p>
        <IntroductionState one={introduction} reader="person" />
      </p>
      <p>{t('mine.introduced', { day: format.day(introduction.introducedOn) })}</p>
      {introduction.state === 'not-chosen' && <p>{t('mine.not-chosen-next')}</p>}
      {introduction.answerNote !== undefined && (
        <p>{t('mine.their-note', { note: introduction.answerNote })}</p>
      )}
      {introduction.message !== undefined && <p>{t('mine.your-words', { message: introduction.message })}</p>}
      {introduction.actions.withdraw && (
        <ConfirmForm
          form={cancel}
          row={introduction.introductionId}
          hidden={{ introductionId: introduction.introductionId }}
          summary={t('mine.step-back')}
          act={t('mine.step-back')}
          about={introduction.company}
          result={result}
        >
          <p>{t('mine.step-back-text', { company: introduction.company })}</p>
        </ConfirmForm>
      )}
    </Card>
  );
}
