import { useLocation } from 'react-router';
import { useLanguage, useT } from '../i18n/use.ts';
import { languages } from '../language.ts';

const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

/** Plain links, so that the page comes whole in the other language. */
export function LanguageSwitch() {
  const t = useT('navigation');
  const current = useLanguage();
  const { pathname, search } = useLocation();
  const back = encodeURIComponent(pathname + search);
  return (
    <nav className="languages" aria-label={t('language')}>
      <ul>
        {languages.map((language) => (
          <li key={language}>
            <a
              href={`/language?choose=${language}&back=${back}`}
              lang={language}
              hrefLang={language}
              rel="nofollow"
              className="header-link"
              aria-current={language === current ? 'true' : undefined}
            >
              {ownNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
