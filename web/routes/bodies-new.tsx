import { type BodyKind, bodyKeepers, bodyKinds } from '#codes/governance';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DateField, Page, PolkuForm, Select, TextField } from '../ui/index.ts';
import type { Route } from './+types/bodies-new.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, bodyKeepers);
  const { bodies } = orThrow(await services.governance.bodies({}));
  return { bodies: bodies.map(({ bodyId, names }) => ({ bodyId, names })) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, bodyKeepers);
  const sent = await formValues(context, request);
  const done = await services.governance.foundBody({
    names: { fi: sent.text('names.fi'), sv: sent.text('names.sv'), en: sent.text('names.en') },
    kind: sent.text('kind') as BodyKind,
    municipality: sent.text('municipality'),
    appointedBy: sent.text('appointedBy'),
    quorum: sent.text('quorum') || undefined,
    parentId: sent.text('parentId') || undefined,
    validFrom: sent.text('validFrom'),
    position: sent.text('position'),
    organisation: sent.text('organisation'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/bodies/${done.value.bodyId}`, {
    kind: 'success',
    key: 'governance:founded',
  });
}

/** Founds a body; whoever does is its secretary. */
export default function NewBody({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  return (
    <Page title={t('found')} lead={t('found-lead')} breadcrumbs={[{ to: '/bodies', label: t('bodies') }]}>
      <PolkuForm
        id="body"
        result={actionData}
        values={{ kind: 'leadership-group' }}
        labels={{
          names: t('name-fi'),
          'names.fi': t('name-fi'),
          kind: t('kind-name'),
          validFrom: t('from'),
          position: t('own-position'),
          quorum: t('quorum-rule'),
        }}
      >
        <TextField name="names.fi" label={t('name-fi')} width="l" maxLength={200} />
        <TextField name="names.sv" label={t('name-sv')} width="l" maxLength={200} optional />
        <TextField name="names.en" label={t('name-en')} width="l" maxLength={200} optional />
        <Select
          name="kind"
          label={t('kind-name')}
          choices={bodyKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField name="municipality" label={t('municipality')} maxLength={100} optional />
        <TextField
          name="appointedBy"
          label={t('appointed-by')}
          help={t('appointed-by-help')}
          width="l"
          maxLength={500}
          optional
        />
        <Select
          name="parentId"
          label={t('parent')}
          optional
          empty={t('parent-none')}
          choices={loaderData.bodies.map((one) => ({
            value: one.bodyId,
            label: one.names.fi ?? one.names.sv ?? one.names.en ?? '',
          }))}
        />
        <TextField
          name="quorum"
          label={t('quorum-rule')}
          help={t('quorum-rule-help')}
          keyboard="numeric"
          width="s"
          optional
        />
        <DateField name="validFrom" label={t('from')} />
        <TextField name="position" label={t('own-position')} help={t('own-position-help')} maxLength={200} />
        <TextField name="organisation" label={t('own-organisation')} maxLength={200} optional />
        <div className="actions">
          <Button>{t('found-act')}</Button>
          <Button to="/bodies" look="secondary">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
