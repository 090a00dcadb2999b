import { bodyKeepers, type OutcomeKind, outcomeKinds } from '#codes/governance';
import { textIn } from '../clients/words.ts';
import { MandateSelect } from '../governance/choices.tsx';
import { headingOf } from '../governance/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import {
  formValues,
  orThrow,
  problem,
  redirectWith,
  refused,
  requireViewer,
  type SentForm,
} from '../page.ts';
import { Button, Page, PolkuForm, Section, Select, TextArea, TextField } from '../ui/index.ts';
import type { Route } from './+types/items-edit.ts';

/** Empty places for further outcomes; another saving gives more. */
const spare = 2;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, bodyKeepers);
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  if (!opened.actions.edit) throw problem(409, { code: 'decided-already' });
  return opened;
}

function proposalsOf(sent: SentForm) {
  return Array.from({ length: 20 }, (_, at) => ({
    kind: (sent.text(`kind-${at}`) || 'decide') as OutcomeKind,
    text: sent.text(`proposal-${at}`),
  })).filter((one) => one.text !== '');
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, bodyKeepers);
  const sent = await formValues(context, request);
  const done = await services.governance.saveItem({
    itemId: params.itemId,
    heading: sent.text('heading'),
    registerNumbers: sent.text('registerNumbers'),
    mandateRole: (sent.text('mandateRole') || undefined) as 'preparation' | undefined,
    preparers: sent.text('preparers'),
    presenter: sent.text('presenter'),
    background: sent.text('background'),
    legalBasis: sent.text('legalBasis'),
    appeal: sent.text('appeal'),
    proposals: proposalsOf(sent),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(
    context,
    sent.intent === 'more' ? `/items/${params.itemId}/edit` : `/items/${params.itemId}`,
    { kind: 'success', key: 'common:saved' },
  );
}

/** Writes the parts of an item, in the order in which they will be printed. */
export default function EditItem({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { item, body, meeting, mandates, parts, decisions } = loaderData;
  const partOf = (kind: string) => parts.find((part) => part.kind === kind)?.text ?? '';
  const places = Math.min(20, decisions.length + spare);
  return (
    <Page
      title={t('edit-title', { heading: headingOf(item) })}
      breadcrumbs={[
        { to: `/bodies/${body.bodyId}`, label: textIn(body.names, language) },
        { to: `/meetings/${meeting.meetingId}`, label: format.day(meeting.heldOn) },
        { to: `/items/${item.itemId}`, label: item.heading },
      ]}
    >
      <PolkuForm id="item" result={actionData} labels={{ heading: t('heading'), proposals: t('proposals') }}>
        <TextField name="heading" label={t('heading')} width="l" value={item.heading} maxLength={500} />
        <TextArea
          name="registerNumbers"
          label={t('register-numbers')}
          help={t('one-a-line')}
          rows={2}
          value={item.registerNumbers.join('\n')}
          optional
        />
        <MandateSelect mandates={mandates} value={item.mandateRole} />
        <TextArea
          name="preparers"
          label={t('preparers')}
          help={t('preparers-help')}
          rows={2}
          value={item.preparers.map((one) => one.position).join('\n')}
        />
        <TextArea
          name="background"
          label={t('part.background')}
          help={t('background-help')}
          rows={14}
          value={partOf('background')}
        />
        <TextArea
          name="legalBasis"
          label={t('part.legal-basis')}
          rows={2}
          value={partOf('legal-basis')}
          optional
        />
        <TextField
          name="presenter"
          label={t('presenter')}
          help={t('presenter-help')}
          value={item.presenter?.position}
          optional
        />
        <Section id="proposals" title={t('proposals')} lead={t('proposals-lead')}>
          {Array.from({ length: places }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the outcomes are known by their place
            <div key={at} className="proposal">
              <Select
                name={`kind-${at}`}
                label={t('outcome-name', { number: at + 1 })}
                value={decisions[at]?.kind ?? (at === 0 ? 'note' : 'decide')}
                choices={outcomeKinds.map((value) => ({ value, label: t(`outcome.${value}`) }))}
              />
              <TextArea
                name={`proposal-${at}`}
                label={t('outcome-words', { number: at + 1 })}
                value={decisions[at]?.proposed}
                rows={3}
                maxLength={5000}
                optional
              />
            </div>
          ))}
        </Section>
        <TextArea
          name="appeal"
          label={t('part.appeal')}
          help={t('appeal-help')}
          rows={4}
          value={partOf('appeal')}
          optional
        />
        <div className="actions">
          <Button name="intent" value="save">
            {t('common:save')}
          </Button>
          <Button name="intent" value="more" look="secondary">
            {t('save-more')}
          </Button>
          <Button to={`/items/${item.itemId}`} look="quiet">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
