import { useT } from '../i18n/use.ts';
import { formValues, redirectWith, refused, requireViewer } from '../page.ts';
import { programmeCrumbs } from '../programmes/words.ts';
import { Button, Checkbox, DateField, Page, PolkuForm, RadioGroup, TextField } from '../ui/index.ts';
import type { Route } from './+types/programmes-new.ts';

const kinds = ['employment-programme', 'regional-programme', 'strategy'] as const;

export function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, ['area-manager', 'board']);
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request, ['area-manager', 'board']);
  const sent = await formValues(context, request);
  const begun = await services.programmes.importProgramme({
    draft: {
      kind: sent.text('kind') as (typeof kinds)[number],
      name: sent.text('name'),
      language,
      validFrom: sent.text('validFrom'),
      validTo: sent.text('validTo') || undefined,
      reviewOn: sent.text('reviewOn') || undefined,
      reporting: sent.ticked('reporting') ? 'half-year' : 'none',
      ...(sent.text('board') === '' ? {} : { board: { name: sent.text('board') } }),
    },
  });
  if (!begun.ok) return refused(sent, withoutDraft(begun.error));
  const { programmeId, outcome } = begun.value;
  if (outcome !== 'new') return refused(sent, { code: 'named-already', field: 'name' });
  return redirectWith(context, `/programmes/${programmeId}/edit`, {
    kind: 'success',
    key: 'programmes:begun',
  });
}

/** The fields of the page are those inside `draft`. */
function withoutDraft<E extends { details?: unknown }>(error: E): E {
  const issues = (error.details as { issues?: { path: string }[] } | undefined)?.issues;
  if (!issues) return error;
  return {
    ...error,
    details: { issues: issues.map((one) => ({ ...one, path: one.path.replace(/^draft\./, '') })) },
  };
}

/** Begins a programme by hand; its goals and measures come next. */
export default function NewProgramme({ actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  return (
    <Page title={t('begin')} lead={t('begin-lead')} breadcrumbs={programmeCrumbs(t)}>
      <PolkuForm
        id="programme"
        result={actionData}
        values={{ kind: 'employment-programme', reporting: 'yes' }}
        labels={{
          name: t('name'),
          validFrom: t('valid-from'),
          validTo: t('valid-to'),
          reviewOn: t('review-on'),
        }}
      >
        <RadioGroup
          name="kind"
          label={t('kind-label')}
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField name="name" label={t('name')} width="l" maxLength={500} />
        <DateField name="validFrom" label={t('valid-from')} />
        <DateField name="validTo" label={t('valid-to')} help={t('valid-to-help')} optional />
        <DateField name="reviewOn" label={t('review-on')} help={t('review-on-help')} optional />
        <TextField name="board" label={t('board-name')} help={t('board-name-help')} optional width="l" />
        <Checkbox name="reporting" value="yes" label={t('reporting')} help={t('reporting-help')} />
        <div className="actions">
          <Button>{t('begin')}</Button>
          <Button look="secondary" to="/programmes">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
