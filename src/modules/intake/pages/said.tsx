import { Link } from 'react-router';
import type { DocumentReport } from '#intake';
import { useFormat, useT } from '#web/i18n/use.ts';
import { UseCaseForm, type UseCaseFormProps } from '#web/ui/index.ts';
import { lineTo, usePathWords } from './words.ts';

type Said = DocumentReport['said'][number];

/** What people set right: the place, what had been read and what was said, who and when; and the way back. */
export function SaidList({
  said,
  documentId,
  back,
  result,
}: {
  readonly said: readonly Said[];
  readonly documentId: string;
  readonly back?: UseCaseFormProps['form'];
  readonly result?: UseCaseFormProps['result'];
}) {
  const t = useT('intake');
  const format = useFormat();
  const pathWords = usePathWords();
  const what = ({ path }: Said) => (path === '' ? t('whole-line') : pathWords(path.replace('.+', '')));
  const words = ({ act, words: typed, was }: Said) => {
    if (act !== 'is') return t(`said-${act}`, { was: was ?? '–' });
    return was === undefined
      ? t('said-new', { words: typed ?? '' })
      : t('said-is', { was, words: typed ?? '' });
  };
  return (
    <ul>
      {said.map((row) => (
        <li key={`${row.line} ${row.path}`}>
          <Link to={lineTo(documentId, row.line)}>{t('line-number', { line: row.line })}</Link>, {what(row)}:{' '}
          {words(row)}{' '}
          <span className="source">
            {t('said-by', {
              who: row.by ?? t('house'),
              day: row.at === undefined ? '–' : format.instant(row.at),
            })}
          </span>
          <UseCaseForm
            form={back}
            result={result}
            row={`${row.line}-${row.path}`}
            hidden={{ line: row.line, path: row.path }}
            about={`${t('line-number', { line: row.line })}, ${what(row)}`}
            look="quiet"
            inline
          />
        </li>
      ))}
    </ul>
  );
}
