import { Link } from 'react-router';
import { planLanguage } from '#codes/projects';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, DefinitionList, Details, Section } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

type PartProps = { readonly opened: Opened; readonly edit?: string | undefined };

/** Who asks whom for what and for which time, with the numbers by which a project is known. */
export function IdentitySection({ opened, edit }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { plan, project } = opened;
  const { identity } = plan;
  const party = (role: string) => plan.parts.find((part) => part.role === role);
  const businessId = party('applicant')?.details.businessId;
  const days = [identity.startsOn, identity.endsOn].map((day) => format.day(day)).filter(Boolean);
  return (
    <Section
      id="identity"
      title={t('open.identity')}
      actions={
        edit !== undefined && <Button to={`${edit}/identity`} look="secondary" label={t('act.change')} />
      }
    >
      <DefinitionList
        items={[
          { term: t('field.instrument'), value: t(`instrument.${identity.instrument}`) },
          identity.verdict !== undefined && {
            term: t('column.state'),
            value: t(`verdict.${identity.verdict}`),
          },
          {
            term: t('field.applicant'),
            value: [
              party('applicant')?.name,
              businessId && `${businessId}${opened.businessIdHolds ? ` (${t('business-id-holds')})` : ''}`,
            ]
              .filter(Boolean)
              .join(', '),
          },
          { term: t('field.authority'), value: party('authority')?.name },
          opened.funder !== undefined && { term: t('funder.reads'), value: opened.funder },
          {
            term: `${t('field.startsOn')} – ${t('field.endsOn').toLowerCase()}`,
            value: [days.join(' – '), opened.duration && t('duration', opened.duration)]
              .filter(Boolean)
              .join('; '),
          },
          { term: t('field.reportDueOn'), value: project.reportDueOn && format.day(project.reportDueOn) },
        ]}
      />
      <Details prints summary={t('open.identity-more')}>
        <DefinitionList
          items={[
            {
              term: t('field.registerNumbers').split(',')[0]!,
              value: plan.registerNumbers.map((row) => row.text).join(' · '),
            },
            ...(['programme', 'priority', 'objective', 'call', 'callCode', 'aidForm'] as const)
              .filter((key) => identity[key] !== undefined)
              .map((key) => ({ term: t(`field.${key}`), value: identity[key] })),
            identity.arrivedOn !== undefined && {
              term: t('field.arrivedOn'),
              value: format.day(identity.arrivedOn),
            },
          ]}
        />
      </Details>
      {opened.improves && (
        <p>
          {t('improves')}:{' '}
          <Link to={`/projects/${opened.improves.projectId}`} lang={planLanguage}>
            {opened.improves.name}
          </Link>
        </p>
      )}
      {opened.documents.length > 0 && (
        <p className="source">
          {t('documents', { keys: opened.documents.map((document) => document.key).join(', ') })}
        </p>
      )}
      {edit !== undefined && (
        <p className="no-print">
          <Link to={`${edit}/report-day`}>{t('act.report-day')}</Link>
          {' · '}
          <Link to={`${edit}/funder`}>{t('act.funder')}</Link>
        </p>
      )}
    </Section>
  );
}
