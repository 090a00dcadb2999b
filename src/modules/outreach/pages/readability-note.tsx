import { Link } from 'react-router';
import { useLanguage, useT } from '#web/i18n/use.ts';

/** How plain a public text is, in the language in which it is read here, and where to ask when it is not (COM-05). */
export function ReadabilityNote({
  readability,
}: {
  readonly readability: readonly {
    readonly language: string;
    readonly plain: boolean;
    readonly longestSentence: number;
    readonly words: number;
  }[];
}) {
  const t = useT('outreach');
  const wanted = useLanguage();
  const read = readability.find((row) => row.language === wanted) ?? readability[0];
  if (read === undefined) return null;
  const values = { words: read.words, longest: read.longestSentence };
  return (
    <p className="source readability">
      {read.plain ? (
        t('public-plain', values)
      ) : (
        <>
          {t('public-hard', values)} <Link to="/public/questions#asking">{t('ask-question')}</Link>
        </>
      )}
    </p>
  );
}
