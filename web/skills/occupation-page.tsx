import type { RouterContextProvider } from 'react-router';
import { ClientTabs } from '../clients/client-tabs.tsx';
import { useT } from '../i18n/use.ts';
import { type FormResult, formValues, invalid, orThrow, redirectWith, refused } from '../page.ts';
import { Button, EmptyState, Page, PolkuForm } from '../ui/index.ts';
import { confirmedRows } from './confirm-act.ts';
import { EvidenceOfAll, SkillRows, type SuggestedRow } from './confirming.tsx';
import type { MappingPlace } from './place.ts';

/** The skills that the occupation of the address needs and the mapping does not have yet. */
export async function loadOccupation(
  request: Request,
  { clientId, here, given: { services, viewer } }: MappingPlace,
) {
  const occupationUri = new URL(request.url).searchParams.get('ammatti') ?? '';
  const needs = orThrow(await services.skills.essentialSkills({ clientId, occupationUri }));
  return { ...needs, clientId, here, own: viewer.role === 'client' };
}

/** Keeps the skills that the person confirmed. */
export async function actOnOccupation(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { clientId, here, given: { services } }: MappingPlace,
) {
  const sent = await formValues(context, request);
  const { skills, issues } = confirmedRows(sent);
  if (issues.length > 0) return invalid(sent, issues);
  const done = await services.skills.confirmRows({
    clientId,
    skills,
    evidence: sent.text('evidence') as 'work',
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, here, {
    kind: 'success',
    key: 'skills:added-many',
    values: { count: done.value.added },
  });
}

/** What an occupation needs, offered row by row; nothing is taken for granted. */
export function OccupationPage(props: {
  readonly needs: {
    readonly occupation: { readonly words: { readonly text: string } };
    readonly already: number;
    readonly skills: readonly SuggestedRow[];
    readonly clientId: string;
    readonly here: string;
    readonly own: boolean;
  };
  readonly result: FormResult | undefined;
}) {
  const t = useT('skills');
  const { needs, result } = props;
  const occupation = needs.occupation.words.text;
  return (
    <Page
      title={t('needs-title', { occupation })}
      lead={needs.skills.length > 0 ? t('needs-lead') : undefined}
      breadcrumbs={[{ to: needs.here, label: needs.own ? t('title-own') : t('title-short') }]}
    >
      {!needs.own && <ClientTabs clientId={needs.clientId} />}
      {needs.skills.length === 0 ? (
        <EmptyState
          title={needs.already > 0 ? t('needs-all-there') : t('needs-none')}
          action={<Button to={needs.here}>{t('back')}</Button>}
        />
      ) : (
        <PolkuForm id="confirm" result={result} label={t('needs-title', { occupation })}>
          <SkillRows rows={needs.skills} from={0} />
          <EvidenceOfAll />
          <div className="actions">
            <Button>{t('confirm-act')}</Button>
            <Button to={needs.here} look="quiet">
              {t('skip')}
            </Button>
          </div>
        </PolkuForm>
      )}
    </Page>
  );
}
