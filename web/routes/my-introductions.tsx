import { useFormat, useT } from '../i18n/use.ts';
import { IntroductionState } from '../introductions/state.tsx';
import { type Introduction, isOpen } from '../introductions/words.ts';
import { type FormResult, formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, Card, ConfirmForm, EmptyState, Page, Section } from '../ui/index.ts';
import type { Route } from './+types/my-introductions.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, ['client']);
  return orThrow(await services.introductions.ofClient({ clientId: viewer.clientId ?? '' }));
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['client']);
  const sent = await formValues(context, request);
  const done = await services.introductions.cancel({ introductionId: sent.text('introductionId') });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/my/introductions', { kind: 'success', key: 'introductions:mine.cancelled' });
}

/** The person: to whom I have been introduced, whose turn it is, and the way to step back. */
export default function MyIntroductions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('introductions');
  const open = loaderData.introductions.filter(isOpen);
  const closed = loaderData.introductions.filter((one) => !isOpen(one));
  return (
    <Page
      title={t('mine.title')}
      lead={t('mine.lead')}
      breadcrumbs={[{ to: '/my', label: t('navigation:my-path') }]}
      actions={
        loaderData.introductions.length > 0 ? (
          <Button look="secondary" to="/my/introductions/based-on">
            {t('matching:kept.link')}
          </Button>
        ) : undefined
      }
    >
      {loaderData.introductions.length === 0 && (
        <EmptyState title={t('mine.none')} action={<Button to="/my/jobs">{t('mine.to-jobs')}</Button>}>
          <p>{t('mine.none-next')}</p>
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section id="open" title={t('open')}>
          <div className="cards">
            {open.map((one) => (
              <Mine key={one.introductionId} one={one} result={actionData} />
            ))}
          </div>
        </Section>
      )}
      {closed.length > 0 && (
        <Section id="closed" title={t('closed')}>
          <div className="cards">
            {closed.map((one) => (
              <Mine key={one.introductionId} one={one} result={actionData} />
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}

function Mine({ one, result }: { readonly one: Introduction; readonly result: FormResult | undefined }) {
  const t = useT('introductions');
  const format = useFormat();
  return (
    <Card title={one.vacancy || one.company}>
      <p>
        <IntroductionState one={one} reader="person" />
      </p>
      <p>{t('mine.introduced', { day: format.day(one.introducedOn) })}</p>
      {one.state === 'not-chosen' && <p>{t('mine.not-chosen-next')}</p>}
      {one.answerNote !== undefined && <p>{t('mine.their-note', { note: one.answerNote })}</p>}
      {one.message !== undefined && <p>{t('mine.your-words', { message: one.message })}</p>}
      {one.actions.withdraw && (
        <ConfirmForm
          id={`cancel-${one.introductionId}`}
          summary={t('mine.step-back')}
          act={t('mine.step-back')}
          about={one.company}
          result={result}
        >
          <p>{t('mine.step-back-text', { company: one.company })}</p>
          <input type="hidden" name="introductionId" value={one.introductionId} />
        </ConfirmForm>
      )}
    </Card>
  );
}
