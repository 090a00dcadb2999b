import { data, type RouterContextProvider } from 'react-router';
import { ClientTabs } from '../clients/client-tabs.tsx';
import { useT } from '../i18n/use.ts';
import { type FormResult, formValues, orThrow, redirectWith, refused, statusOf } from '../page.ts';
import { Button, EmptyState, Notice, Page, PolkuForm, Section, TextArea } from '../ui/index.ts';
import { confirmedRows } from './confirm-act.ts';
import { EvidenceOfAll, OccupationRows, SkillRows, type SuggestedRow } from './confirming.tsx';
import { Hidden } from './parts.tsx';
import type { MappingPlace } from './place.ts';

/** What was found in a pasted text. The text lives in the page alone; nothing of it is kept. */
export type Found = {
  readonly skills: readonly SuggestedRow[];
  readonly occupations: readonly SuggestedRow[];
  readonly already: number;
};

export type TextResult = FormResult & { readonly found?: Found | undefined };

/** Suggests from the text, or keeps the rows that the person confirmed. */
export async function actOnText(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { clientId, here, given: { services } }: MappingPlace,
) {
  const sent = await formValues(context, request);
  const read = await services.skills.suggestFromText({ clientId, text: sent.text('text') });
  if (!read.ok) return refused(sent, read.error);
  const found: Found = read.value;
  const again = (issues: FormResult['issues'], status: number) => {
    const result: TextResult = { form: sent.form, values: sent.values, issues, found };
    return data(result, { status });
  };
  if (sent.form !== 'confirm') return again([], 200);
  const { skills, occupations, issues } = confirmedRows(sent);
  if (issues.length > 0) return again(issues, 422);
  const evidence = sent.text('evidence') as 'work';
  const done = await services.skills.confirmRows({ clientId, skills, occupations, evidence });
  if (!done.ok) return again([{ path: '', code: done.error.code }], statusOf(done.error.code));
  return redirectWith(context, here, {
    kind: 'success',
    key: 'skills:added-many',
    values: { count: done.value.added },
  });
}

/** Opens the page for the one who may keep the mapping. */
export async function loadText({ clientId, here, given: { services } }: MappingPlace) {
  const mapping = orThrow(await services.skills.openMapping({ clientId }));
  return { clientId, here, own: mapping.own };
}

/** A pasted CV suggests; the person confirms one by one. */
export function TextPage(props: {
  readonly place: { readonly clientId: string; readonly here: string; readonly own: boolean };
  readonly result: TextResult | undefined;
}) {
  const t = useT('skills');
  const { place, result } = props;
  const found = result?.found;
  return (
    <Page
      title={t('text-title')}
      lead={t('text-lead')}
      breadcrumbs={[{ to: place.here, label: place.own ? t('title-own') : t('title-short') }]}
    >
      {!place.own && <ClientTabs clientId={place.clientId} />}
      <PolkuForm id="paste" result={result} labels={{ text: t('text-label') }} values={result?.values}>
        <TextArea
          name="text"
          label={t('text-label')}
          help={t('text-help')}
          rows={found === undefined ? 12 : 5}
          maxLength={20_000}
        />
        <div className="actions">
          <Button look={found === undefined ? 'primary' : 'secondary'}>{t('text-act')}</Button>
          <Button to={place.here} look="quiet">
            {t('back')}
          </Button>
        </div>
      </PolkuForm>
      {found !== undefined && (
        <FoundRows key={String(result?.values.text ?? '')} found={found} result={result} here={place.here} />
      )}
    </Page>
  );
}

function FoundRows({
  found,
  result,
  here,
}: {
  readonly found: Found;
  readonly result: TextResult | undefined;
  readonly here: string;
}) {
  const t = useT('skills');
  const count = found.skills.length + found.occupations.length;
  if (count === 0) {
    return (
      <EmptyState
        title={found.already > 0 ? t('found-all-there') : t('found-none')}
        action={<Button to={here}>{t('back')}</Button>}
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
      <PolkuForm id="confirm" result={result} label={t('found', { count })}>
        <Hidden values={{ text: String(result?.values.text ?? '') }} />
        {found.occupations.length > 0 && (
          <>
            <h3>{t('occupations')}</h3>
            <OccupationRows rows={found.occupations} />
          </>
        )}
        {found.skills.length > 0 && (
          <>
            <h3>{t('skills')}</h3>
            <SkillRows rows={found.skills} from={0} />
          </>
        )}
        <EvidenceOfAll />
        <div className="actions">
          <Button>{t('confirm-act')}</Button>
        </div>
      </PolkuForm>
    </Section>
  );
}
