import { NavLink, useLocation } from 'react-router';
import { useT } from '../i18n/use.ts';
import { LanguageSwitch } from './language-switch.tsx';
import type { Shell } from './shell.ts';

/** The top of every page: demonstration banner, name, language, who acts, main places. */
export function Header({ shell }: { readonly shell: Shell | undefined }) {
  const t = useT('navigation');
  const viewer = shell?.viewer;
  const places = shell?.places ?? [];
  const { pathname } = useLocation();
  /** The first page stands for itself; a place gives way to a deeper one that this address belongs to. */
  const exact = (to: string) =>
    to === '/' || places.some((deeper) => deeper.to.startsWith(`${to}/`) && pathname.startsWith(deeper.to));
  return (
    <header className="header">
      {shell?.demonstration === true && (
        <p className="demonstration">
          <span className="wrap">
            <strong>{t('demonstration')}</strong> {t('demonstration-explained')}
          </span>
        </p>
      )}
      <div className="header-top wrap">
        <a className="brand" href="/">
          <Mark />
          <span className="brand-name">Polku</span>
          {shell?.areaName !== undefined && <span className="brand-area">{shell.areaName}</span>}
        </a>
        <div className="header-side">
          <LanguageSwitch />
          {viewer === undefined ? <SignIn /> : <Who viewer={viewer} shell={shell} />}
        </div>
      </div>
      {places.length > 1 && (
        <nav className="places" aria-label={t('main')}>
          <div className="wrap">
            <ul>
              {places.map((place) => (
                <li key={place.to}>
                  <NavLink to={place.to} end={exact(place.to)} className="place">
                    {t(place.key)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
    </header>
  );
}

function SignIn() {
  const t = useT('navigation');
  const { pathname, search } = useLocation();
  return (
    <a
      className="button button--secondary"
      href={`/kirjaudu?takaisin=${encodeURIComponent(pathname + search)}`}
    >
      {t('sign-in')}
    </a>
  );
}

function Who({
  viewer,
  shell,
}: {
  readonly viewer: NonNullable<Shell['viewer']>;
  readonly shell: Shell | undefined;
}) {
  const t = useT('navigation');
  const role = useT('roles');
  return (
    <div className="who">
      <p className="who-name">
        <span className="who-person">{viewer.name}</span>
        <span className="who-role">
          {role.has(viewer.role) ? role(viewer.role) : viewer.role}
          {viewer.organisationName !== undefined && `, ${viewer.organisationName}`}
        </span>
      </p>
      {shell?.demonstration === true && (
        <a className="header-link" href="/kirjaudu">
          {t('change-persona')}
        </a>
      )}
      <form method="post" action="/kirjaudu-ulos">
        <input type="hidden" name="_csrf" value={shell?.csrf ?? ''} />
        <button type="submit" className="header-link">
          {t('sign-out')}
        </button>
      </form>
    </div>
  );
}

/** A path that goes on: three steps and a turn. */
function Mark() {
  return (
    <svg
      className="brand-mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="4" fill="currentColor" />
      <path
        d="M7 25c0-8 9-3 9-10 4 0 9-1 9-8"
        fill="none"
        stroke="#fff"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="7" cy="25" r="2.5" fill="#fff" />
      <circle cx="16" cy="15" r="2.5" fill="#fff" />
      <circle cx="25" cy="7" r="2.5" fill="#fff" />
    </svg>
  );
}
