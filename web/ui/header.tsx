import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { signInPath, signOutPath } from '#kernel/return-address.ts';
import { useT } from '../i18n/use.ts';
import { Icon } from './icon.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import type { Shell } from './shell.ts';

/**
 * The top of every page: one row. On a narrow window everything but the name stands in a menu, which the browser itself
 * opens and closes; on a wide one the same parts stand in the row and under it.
 */
export function Header({ shell }: { readonly shell: Shell | undefined }) {
  const t = useT('navigation');
  const menu = useRef<HTMLDivElement>(null);
  const viewer = shell?.viewer;
  useEndOfMenu(menu);
  return (
    <header className="header">
      {shell?.demonstration === true && <p className="demonstration">{t('demonstration')}</p>}
      <div className="header-row wrap">
        <a className="brand" href="/">
          <Mark />
          <span className="brand-name">Polku</span>
          {shell?.areaName !== undefined && <span className="brand-area">{shell.areaName}</span>}
        </a>
        {viewer === undefined && <SignIn />}
        <button type="button" className="menu-button" popoverTarget="menu" popoverTargetAction="show">
          <Icon name="menu" />
          <span>{t('menu')}</span>
        </button>
        <div id="menu" popover="auto" className="menu" ref={menu}>
          <button
            type="button"
            className="menu-button menu-close"
            popoverTarget="menu"
            popoverTargetAction="hide"
          >
            <Icon name="close" />
            <span>{t('close-menu')}</span>
          </button>
          <div className="header-side">
            <LanguageSwitch />
            {viewer !== undefined && <Who viewer={viewer} shell={shell} />}
          </div>
          <Places shell={shell} />
        </div>
      </div>
    </header>
  );
}

/** A menu that was opened is closed when its page changes, or when the window is so wide that it has no menu. */
function useEndOfMenu(menu: { readonly current: HTMLElement | null }): void {
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const before = useRef(address);
  useEffect(() => {
    if (before.current === address) return;
    before.current = address;
    if (menu.current?.matches(':popover-open') === true) menu.current.hidePopover();
    menu.current?.querySelector('details[open]')?.removeAttribute('open');
  }, [address, menu]);
}

/** The main places, and folded after them everything else that the viewer may read. */
function Places({ shell }: { readonly shell: Shell | undefined }) {
  const t = useT('navigation');
  const { pathname } = useLocation();
  const places = shell?.places ?? [];
  const more = shell?.more ?? [];
  if (places.length < 2) return null;
  const all = [...places, ...more.flatMap((group) => group.places)];
  /** The first page stands for itself; a place gives way to a deeper one that this address belongs to. */
  const exact = (to: string) =>
    to === '/' || all.some((deeper) => deeper.to.startsWith(`${to}/`) && pathname.startsWith(deeper.to));
  const link = ({ to, key }: { readonly to: string; readonly key: string }, className: string): ReactNode => (
    <li key={to}>
      <NavLink to={to} end={exact(to)} className={className}>
        {t(key)}
      </NavLink>
    </li>
  );
  return (
    <nav className="places" aria-label={t('main')}>
      <ul>
        {places.map((place) => link(place, 'place'))}
        {more.length > 0 && (
          <li>
            <details className="more-places">
              <summary className="place">
                {t('more')}
                <Icon name="down" />
              </summary>
              <div className="more-inside">
                {more.map(({ group, places: inside }) => (
                  <div key={group}>
                    <p className="more-group">{t(`group.${group}`)}</p>
                    <ul>{inside.map((place) => link(place, 'more-place'))}</ul>
                  </div>
                ))}
              </div>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function SignIn() {
  const t = useT('navigation');
  const { pathname, search } = useLocation();
  return (
    <a
      className="button button--secondary header-sign-in"
      href={`${signInPath}?back=${encodeURIComponent(pathname + search)}`}
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
        <a className="header-link" href={signInPath}>
          {t('change-persona')}
        </a>
      )}
      <form method="post" action={signOutPath}>
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
