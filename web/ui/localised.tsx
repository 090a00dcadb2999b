import { useLanguage, useT } from '../i18n/use.ts';
import { languages } from '../language.ts';

/** A text in one to three languages, as the kernel's LocalisedText. */
export type Localised = {
  readonly fi?: string | undefined;
  readonly sv?: string | undefined;
  readonly en?: string | undefined;
};

/** Text in the page's language; when it has none, in another, marked with its language and said so. */
export function LocalisedWords({ text }: { readonly text: Localised }) {
  const t = useT('common');
  const wanted = useLanguage();
  const has = (language: (typeof languages)[number]) => (text[language] ?? '').trim() !== '';
  const found = [wanted, ...languages].find(has);
  if (found === undefined) return <>{t('unknown')}</>;
  if (found === wanted) return <>{text[found]}</>;
  return (
    <>
      <span lang={found}>{text[found]}</span> <span className="optional">({t(`only-in.${found}`)})</span>
    </>
  );
}
