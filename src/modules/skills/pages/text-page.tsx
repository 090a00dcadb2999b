import { useT } from '#web/i18n/use.ts';
import {
  Button,
  EmptyState,
  Field,
  Fields,
  FormActs,
  Notice,
  Page,
  Section,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import { OccupationRows, SkillRows, type SuggestedRow } from './confirming.tsx';
import type { loadText } from './text.server.ts';

/** What was found in a pasted text. */
type Found = {
  readonly skills: readonly SuggestedRow[];
  readonly occupations: readonly SuggestedRow[];
  readonly already: number;
};

type TextProps = {
  readonly place: Awaited<ReturnType<typeof loadText>>;
  readonly result: UseCaseFormProps['result'];
};

/** A pasted CV suggests; the person confirms one by one. */
export function TextPage({ place, result }: TextProps) {
  const t = useT('skills');
  const { found, values } = (result ?? {}) as { readonly found?: Found; readonly values?: { text?: string } };
  return (
    <Page
      title={t('text-title')}
      lead={t('text-lead')}
      breadcrumbs={[{ to: place.here, label: place.own ? t('title-own') : t('title-short') }]}
    >
      <UseCaseForm
        form={place.forms.paste}
        result={result}
        values={values?.text ? { text: values.text } : {}}
      >
        <Fields />
        <FormActs
          look={found === undefined ? 'primary' : 'secondary'}
          acts={<Button to={place.here} look="quiet" label={t('back')} />}
        />
      </UseCaseForm>
      {found !== undefined && (
        <FoundRows key={values?.text} found={found} text={values?.text} place={place} result={result} />
      )}
    </Page>
  );
}

function FoundRows({
  found,
  text,
  place,
  result,
}: TextProps & { readonly found: Found; readonly text: string | undefined }) {
  const t = useT('skills');
  const count = found.skills.length + found.occupations.length;
  if (count === 0) {
    return (
      <EmptyState
        title={found.already > 0 ? t('found-all-there') : t('found-none')}
        action={<Button to={place.here} label={t('back')} />}
      >
        <p>{t('found-none-next')}</p>
      </EmptyState>
    );
  }
  return (
    <Section id="found" title={t('found', { count })} lead={t('found-lead')}>
      {found.already > 0 && (
        <Notice kind="info">
          <p>{t('found-already', { count: found.already })}</p>
        </Notice>
      )}
      <UseCaseForm form={place.forms.confirm} hidden={{ text }} result={result} label={t('found', { count })}>
        {found.occupations.length > 0 && (
          <>
            <h3>{t('occupations')}</h3>
            <OccupationRows rows={found.occupations} />
          </>
        )}
        {found.skills.length > 0 && (
          <>
            <h3>{t('skills')}</h3>
            <SkillRows rows={found.skills} />
          </>
        )}
        <Field name="evidence" />
        <FormActs />
      </UseCaseForm>
    </Section>
  );
}
