import { Link } from 'react-router';
import type { governance } from '#governance';
import type { OutputOf } from '#use-case';
import { useFormat, useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button, Checkbox, ConfirmForm, PolkuForm, PrintButton, Section, StateLine } from '../ui/index.ts';

/** The minutes of a meeting as files and on paper. */
export function MinutesFiles({ at }: { readonly at: string }) {
  const t = useT('governance');
  return (
    <>
      <Button to={`${at}/minutes.pdf`} look="secondary" download>
        {t('pdf')}
      </Button>
      <Button to={`${at}/minutes.docx`} look="secondary" download>
        {t('word')}
      </Button>
      <PrintButton />
    </>
  );
}

/** Checked minutes: let out for everybody after a person has looked at what was found in them, or taken back. */
export function Publishing({
  opened: { meeting, publishedAt, findings, actions },
  result,
}: {
  readonly opened: OutputOf<(typeof governance)['openMeeting']>;
  readonly result: FormResult | undefined;
}) {
  const t = useT('governance');
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
        <ConfirmForm id="withdraw" summary={t('withdraw')} act={t('withdraw')} result={result}>
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
                {findings.map((one) => (
                  <li key={`${one.section} ${one.text}`}>
                    {[
                      ...(one.section === undefined ? [] : [`§ ${one.section}`]),
                      t(`finding.${one.kind}`),
                      one.text,
                    ].join(' · ')}
                  </li>
                ))}
              </ul>
            </>
          )}
          <PolkuForm
            id="publish"
            result={result}
            label={t('publishing')}
            labels={{ confirmed: t('publishing') }}
          >
            <Checkbox name="confirmed" label={t('publish-confirm')} help={t('publish-confirm-help')} />
            <Button>{t('publish')}</Button>
          </PolkuForm>
        </>
      )}
    </Section>
  );
}
