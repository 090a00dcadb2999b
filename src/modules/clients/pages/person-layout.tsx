import { Outlet, type ShouldRevalidateFunctionArgs, useLocation } from 'react-router';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import type { Route } from './+types/person-layout.ts';
import { ClientTabs } from './client-tabs.tsx';
import { textIn } from './words.ts';

/** Whose page this is; nothing when the viewer may not know, and the page itself then says why. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const person = await services.clients.identify({ clientId: params.clientId });
  return person.ok ? person.value : undefined;
}

/** From a page of a person to another of the same one, the banner stays as it is: it is read, and logged, once. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams.clientId !== nextParams.clientId;
}

/** Around every page of a person: name, age, place, what every worker must know, and the sides of the person. */
export default function PersonLayout({ loaderData: person, params }: Route.ComponentProps) {
  const { pathname } = useLocation();
  if (person === undefined) return <Outlet />;
  return (
    <>
      <div className="banner">
        <div className="wrap">
          {pathname !== `/clients/${params.clientId}` && <Who person={person} />}
          <ClientTabs clientId={params.clientId} sides={person.sides} />
        </div>
      </div>
      <Outlet context={person.sides} />
    </>
  );
}

function Who({ person }: { readonly person: NonNullable<Route.ComponentProps['loaderData']> }) {
  const t = useT('clients');
  const language = useLanguage();
  const { home, age } = person;
  const place =
    home.state === 'protected' ? t('home-protected') : textIn(home.names, language) || t('home-unknown');
  const flags = [
    person.nonDisclosure && t('non-disclosure'),
    person.interpreterNeeded && t('interpreter'),
    person.longTerm && t('long-term'),
  ].filter((flag) => flag !== false);
  return (
    <div className="banner-row">
      <p className="banner-name">{person.name.full}</p>
      <p>{[...(age === undefined ? [] : [t('age', { count: age })]), place].join(' · ')}</p>
      {flags.map((flag) => (
        <p key={flag} className="flag">
          {flag}
        </p>
      ))}
    </div>
  );
}
