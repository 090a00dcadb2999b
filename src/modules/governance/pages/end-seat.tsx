import { useT } from '#web/i18n/use.ts';
import { ConfirmForm, type UseCaseFormProps } from '#web/ui/index.ts';
import { seatWords } from './words.ts';

/** Ends a seat in its row: asked for quietly, since it is seldom done, and confirmed with the last day. */
export function EndSeat({
  seat,
  form,
  result,
}: {
  readonly seat: {
    readonly memberId: string;
    readonly position: string;
    readonly organisation?: string | undefined;
  };
} & Pick<UseCaseFormProps, 'form' | 'result'>) {
  const t = useT('governance');
  return (
    <ConfirmForm
      form={form}
      row={seat.memberId}
      hidden={{ memberId: seat.memberId }}
      summary={t('member-end')}
      act={t('member-end')}
      quiet
      result={result}
      about={seatWords(seat)}
    />
  );
}
