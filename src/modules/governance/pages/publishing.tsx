import { Link } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import {
  Button,
  ConfirmForm,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import type { MeetingForms, OpenedMeeting } from './meeting-forms.server.ts';

/** The minutes of a meeting as files and on paper. */
export function MinutesFiles({ at }: { readonly at: string }) {
  const t = useT('governance');
  return (
    <>
      <Button to={`${at}/minutes.pdf`} look="secondary" download label={t('pdf')} />
      <Button to={`${at}/minutes.docx`} look="secondary" download label={t('word')} />
      <PrintButton />
    </>
  );
}

/** Checked minutes: let out for everybody after a person has looked at what was found in them, or taken back. */
export function Publishing({
  opened: { meeting, publishedAt, findings, actions },
  forms,
  result,
}: {
  readonly opened: OpenedMeeting;
  readonly forms: MeetingForms;
  readonly result: UseCaseFormProps['result'];
}) {
  const t = useT('governance');
  const c = useT('common');
  const format = useFormat();
  if (publishedAt === undefined && !actions.publish) return null;
  return (
    <Section
      id="publishing"
      title={t('publishing')}
      {...(publishedAt === undefined ? { lead: t('publishing-lead') } : {})}
    >
      {publishedAt !== undefined && (
        <p>
          <StateLine kind="done" clock={format.dayOf(publishedAt)}>
            {t('published-is')}
          </StateLine>{' '}
          <Link to={`/public/minutes/${meeting.meetingId}`}>{t('published-see')}</Link>
        </p>
      )}
      {actions.withdraw && (
        <ConfirmForm form={forms.withdraw} summary={t('withdraw')} act={t('withdraw')} result={result}>
          <p>{t('withdraw-what')}</p>
        </ConfirmForm>
      )}
      {actions.publish && (
        <>
          {findings.length === 0 ? (
            <p>{t('findings-none')}</p>
          ) : (
            <>
              <p>{t('findings-lead')}</p>
              <ul>
                {findings.map((finding) => (
                  <li key={`${finding.section} ${finding.text}`}>
                    {[
                      ...(finding.section === undefined ? [] : [`§ ${finding.section}`]),
                      finding.kind === 'name' || finding.kind === 'identity-code'
                        ? t(`finding.${finding.kind}`)
                        : c(`personal.${finding.kind}`),
                      finding.text,
                    ].join(' · ')}
                  </li>
                ))}
              </ul>
            </>
          )}
          <UseCaseForm form={forms.publish} result={result} label={t('publishing')} />
        </>
      )}
    </Section>
  );
}
