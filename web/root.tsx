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
import type { Route } from './+types/root.ts';
import type { Notice } from './context.ts';
import { useLanguage, useT } from './i18n/use.ts';
import { cookieValue, shortcutsCookie } from './language.ts';
import { menuOf } from './navigation.ts';
import { page } from './page.ts';
import { ErrorPage } from './ui/error-page.tsx';
import { useFrame } from './ui/frame.tsx';
import './ui/styles/index.css';
import { Footer } from './ui/footer.tsx';
import { Header } from './ui/header.tsx';
import { useShortcuts } from './ui/keyboard.ts';
import { Notices } from './ui/notice.tsx';
import type { Shell } from './ui/shell.ts';

/** What the frame of every page needs. Nothing here but the viewer's own name is about a person. */
export function loader({ context, request }: Route.LoaderArgs): Shell {
  const { viewer, csrf, demonstration, areaName, takeNotices } = page(context);
  return {
    viewer:
      viewer === undefined
        ? undefined
        : { name: viewer.name, role: viewer.role, organisationName: viewer.organisationName },
    csrf,
    demonstration,
    areaName,
    notices: takeNotices() as Notice[],
    places: menuOf(viewer?.role),
    shortcuts: cookieValue(request.headers.get('cookie'), shortcutsCookie) !== 'pois',
  };
}

export const links: Route.LinksFunction = () => [
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
  useEffect(() => {
    document.documentElement.dataset.alive = 'yes';
  }, []);
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
