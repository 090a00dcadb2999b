import plain from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import strong from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useNavigation,
  useRouteLoaderData,
} from 'react-router';
import { guidesFor } from '#web/guides.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { cookieValue, shortcutsCookie } from '#web/language.ts';
import { moreOf, placesOf } from '#web/navigation.ts';
import { page } from '#web/page.ts';
import { ErrorPage } from '#web/ui/error-page.tsx';
import { useFrame } from '#web/ui/frame.tsx';
import type { Route } from './+types/root.ts';
import '#web/ui/styles/index.css';
import { Footer } from '#web/ui/footer.tsx';
import { Header } from '#web/ui/header.tsx';
import { useShortcuts } from '#web/ui/keyboard.ts';
import { LeaveGuard } from '#web/ui/leave-guard.tsx';
import { Notices } from '#web/ui/notice.tsx';
import { SessionWatch } from '#web/ui/session-watch.tsx';
import type { Shell } from '#web/ui/shell.ts';

/** What the frame of every page needs. Nothing here but the viewer's own name is about a person. */
export function loader({ context, request }: Route.LoaderArgs): Shell {
  const {
    viewer,
    may,
    csrf,
    idleMinutes = 30,
    demonstration,
    areaName,
    language,
    takeNotices,
  } = page(context);
  const { t } = translatorOf(language);
  return {
    viewer:
      viewer === undefined
        ? undefined
        : {
            id: viewer.userId,
            name: viewer.name,
            role: viewer.role,
            organisationName: viewer.organisationName,
          },
    csrf,
    idleMinutes,
    demonstration,
    areaName,
    notices: takeNotices().map(({ kind, key, values, sent }) => ({
      kind,
      text: String(t(key, { ...values })),
      sent,
    })),
    places: placesOf(viewer && { role: viewer.role, may }),
    more: viewer === undefined ? [] : moreOf({ role: viewer.role, may }),
    guide: guidesFor(viewer?.role)[0],
    shortcuts: cookieValue(request.headers.get('cookie'), shortcutsCookie) !== 'pois',
  };
}

export const links: Route.LinksFunction = () => [
  ...[plain, strong].map(
    (href) => ({ rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' }) as const,
  ),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export function Layout({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const { nonce, reference, demonstration } = useFrame();
  return (
    <html lang={language} data-demonstration={demonstration ? 'yes' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        {reference !== undefined && <meta name="polku-reference" content={reference} />}
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Around>
      <Outlet />
    </Around>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Around>
      <ErrorPage error={error} />
    </Around>
  );
}

/** The frame around the page: skip link, header, the sentences that wait, the one main part, footer. */
function Around({ children }: { readonly children: ReactNode }) {
  const shell = useRouteLoaderData('root') as Shell | undefined;
  const t = useT('common');
  const main = useRef<HTMLElement>(null);
  useShortcuts(shell?.places ?? [], shell?.shortcuts ?? false);
  useFocusOnNewPage(main);
  useUnfolded();
  const { key } = useLocation();
  // Says which place is drawn and alive.
  useEffect(() => {
    document.documentElement.dataset.alive = key;
  }, [key]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip-to-content')}
      </a>
      <Loading />
      <Header shell={shell} />
      <main ref={main} id="main" tabIndex={-1} className="main">
        <Notices notices={shell?.notices ?? []} />
        {children}
      </main>
      <Footer />
      <LeaveGuard />
      <SessionWatch shell={shell} />
    </>
  );
}

/** A new page begins for a screen reader too: the focus moves to it. Sorting and filtering stay where they are. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** A link that leads to something folded, or into it, unfolds it; the browser does so only where it follows the link itself. */
function useUnfolded(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link again unfolds again
  useEffect(() => {
    const place = document.getElementById(hash.slice(1));
    let unfolded = false;
    for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
      unfolded ||= !fold.open;
      fold.open = true;
    }
    if (unfolded) place?.scrollIntoView();
  }, [hash, key]);
}

/** A line at the top when the next page takes its time. */
function Loading() {
  const t = useT('common');
  const { state } = useNavigation();
  return (
    <div role="status">
      {state === 'loading' && (
        <div className="loading">
          <span className="hidden">{t('loading')}</span>
        </div>
      )}
    </div>
  );
}
