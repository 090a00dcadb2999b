import type { ShownForm, SubmitResult } from '#web/forms/shown.ts';
import { useT } from '#web/i18n/use.ts';
import { Details, Fields, FormActs, UseCaseForm } from '#web/ui/index.ts';

/** The employer's answers, each opening to the fields that it needs; only those that may be given are here. */
export type AnswersShown = {
  readonly interview: ShownForm | undefined;
  readonly hire: ShownForm | undefined;
  readonly decline: ShownForm | undefined;
};

export function AnswerForms({
  forms,
  result,
}: {
  readonly forms: AnswersShown;
  readonly result: SubmitResult | undefined;
}) {
  const t = useT('introductions');
  return (['interview', 'hire', 'decline'] as const).map((kind) => {
    const form = forms[kind];
    if (form === undefined) return null;
    return (
      <Details
        key={kind}
        act={kind === 'interview' ? 'primary' : 'secondary'}
        summary={t(`employer.${kind}`)}
        open={result?.form === form.id}
      >
        <UseCaseForm form={form} result={result} label={t(`employer.${kind}`)}>
          {kind !== 'interview' && <p>{t(`employer.${kind}-text`)}</p>}
          <Fields />
          <FormActs />
        </UseCaseForm>
      </Details>
    );
  });
}
