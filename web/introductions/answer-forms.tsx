import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button, DateField, Details, PolkuForm, Select, TextArea } from '../ui/index.ts';

const reasons = [
  'skills-missing',
  'licence-missing',
  'language',
  'working-time',
  'distance',
  'filled-otherwise',
  'need-ended',
  'other',
] as const;

/** The employer's three answers, each opening to the fields that it needs. */
export function AnswerForms({
  actions,
  earliest,
  result,
}: {
  readonly actions: { readonly interview: boolean; readonly hire: boolean; readonly decline: boolean };
  /** The day of the introduction: nothing happened before it. */
  readonly earliest: string;
  readonly result: FormResult | undefined;
}) {
  const t = useT('introductions');
  const failed = (form: string) => result?.form === form;
  return (
    <>
      {actions.interview && (
        <Details summary={t('employer.interview')} open={failed('interview')}>
          <PolkuForm
            id="interview"
            result={result}
            label={t('employer.interview')}
            labels={{ interviewOn: t('employer.interview-on'), note: t('employer.interview-note') }}
          >
            <DateField name="interviewOn" label={t('employer.interview-on')} earliest={earliest} />
            <TextArea
              name="note"
              label={t('employer.interview-note')}
              help={t('employer.interview-note-help')}
              rows={3}
              maxLength={1000}
              optional
            />
            <Button>{t('employer.interview-send')}</Button>
          </PolkuForm>
        </Details>
      )}
      {actions.hire && (
        <Details summary={t('employer.hire')} open={failed('hired')}>
          <PolkuForm
            id="hired"
            result={result}
            label={t('employer.hire')}
            labels={{ hiredOn: t('employer.hired-on') }}
          >
            <p>{t('employer.hire-text')}</p>
            <DateField name="hiredOn" label={t('employer.hired-on')} earliest={earliest} />
            <Button>{t('employer.hire-send')}</Button>
          </PolkuForm>
        </Details>
      )}
      {actions.decline && (
        <Details summary={t('employer.decline')} open={failed('not-chosen')}>
          <PolkuForm
            id="not-chosen"
            result={result}
            label={t('employer.decline')}
            labels={{ reason: t('employer.decline-reason'), note: t('employer.decline-note') }}
          >
            <p>{t('employer.decline-text')}</p>
            <Select
              name="reason"
              label={t('employer.decline-reason')}
              empty={t('employer.decline-choose')}
              choices={reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
            />
            <TextArea
              name="note"
              label={t('employer.decline-note')}
              help={t('employer.decline-note-help')}
              rows={3}
              maxLength={1000}
              optional
            />
            <Button>{t('employer.decline-send')}</Button>
          </PolkuForm>
        </Details>
      )}
    </>
  );
}
