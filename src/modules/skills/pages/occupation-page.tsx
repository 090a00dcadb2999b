import { useT } from '#web/i18n/use.ts';
import {
  Button,
  EmptyState,
  Field,
  FormActs,
  Page,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import { SkillRows } from './confirming.tsx';
import type { loadOccupation } from './occupation.server.ts';

/** What an occupation needs, offered row by row; nothing is taken for granted. */
export function OccupationPage({
  needs,
  result,
}: {
  readonly needs: Awaited<ReturnType<typeof loadOccupation>>;
  readonly result: UseCaseFormProps['result'];
}) {
  const t = useT('skills');
  const occupation = needs.occupation.words.text;
  return (
    <Page
      title={t('needs-title', { occupation })}
      lead={needs.skills.length > 0 ? t('needs-lead') : undefined}
      breadcrumbs={[{ to: needs.here, label: needs.own ? t('title-own') : t('title-short') }]}
    >
      {needs.skills.length === 0 ? (
        <EmptyState
          title={needs.already > 0 ? t('needs-all-there') : t('needs-none')}
          action={<Button to={needs.here} label={t('back')} />}
        />
      ) : (
        <UseCaseForm form={needs.form} result={result} label={t('needs-title', { occupation })}>
          <SkillRows rows={needs.skills} />
          <Field name="evidence" />
          <FormActs acts={<Button to={needs.here} look="quiet" label={t('skip')} />} />
        </UseCaseForm>
      )}
    </Page>
  );
}
