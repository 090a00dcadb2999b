import {
  isRouteErrorResponse,
  Link,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLocation,
} from 'react-router';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { ErrorPage } from '#web/ui/error-page.tsx';
import { Button } from '#web/ui/index.ts';
import type { Route } from './+types/person-layout.ts';
import { ClientTabs } from './client-tabs.tsx';
import { textIn } from './words.ts';

/** Whose page this is; nothing when the viewer may not know, and the page itself then says why. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request);
  const person = await services.clients.identify({ clientId: params.clientId });
  return { person: person.ok ? person.value : undefined, mayOpen: may('files:open') };
}

/** From a page of a person to another of the same one, the banner stays as it is: it is read, and logged, once. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams.clientId !== nextParams.clientId;
}

/** Around every page of a person: name, age, place, what every worker must know, and the sides of the person. */
export default function PersonLayout({ loaderData: { person }, params }: Route.ComponentProps) {
  const { pathname } = useLocation();
  if (person === undefined) return <Outlet />;
  return (
    <>
      <div className="banner">
        <div className="wrap">
          {pathname !== `/clients/${params.clientId}` && <Who person={person} />}
          {person.opening !== undefined && <Opened opening={person.opening} />}
          <ClientTabs clientId={params.clientId} sides={person.sides} />
        </div>
      </div>
      <Outlet context={person.sides} />
    </>
  );
}

/** A page of a person that does not open: the reason, and the way on for one who may open the file with a reason. */
export function ErrorBoundary({ error, loaderData, params }: Route.ErrorBoundaryProps) {
  const t = useT('openings');
  const reason = isRouteErrorResponse(error)
    ? (error.data as { reason?: unknown } | null)?.reason
    : undefined;
  const opens = loaderData?.mayOpen === true && loaderData.person === undefined && reason === 'no-relation';
  return (
    <ErrorPage error={error}>
      {opens ? (
        <>
          <p>{t('not-open')}</p>
          <p className="actions">
            <Button to={`/open-file/${params.clientId}`} look="secondary" label={t('open-this')} />
          </p>
        </>
      ) : undefined}
    </ErrorPage>
  );
}

type Person = NonNullable<Route.ComponentProps['loaderData']['person']>;

/** On every page of a file that is open by a reason: as what, until when, and where it is closed. */
function Opened({ opening }: { readonly opening: NonNullable<Person['opening']> }) {
  const t = useT('openings');
  const format = useFormat();
  return (
    <div className="banner-row">
      <p className="flag">{t(`banner.${opening.kind}`, { when: format.time(opening.to) })}</p>
      <p>
        <Link to={`/openings/${opening.id}`}>{t('banner-link')}</Link>
      </p>
    </div>
  );
}

function Who({ person }: { readonly person: Person }) {
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
