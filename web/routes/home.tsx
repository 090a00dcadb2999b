import { Link } from 'react-router';
import { needsOf } from '../desk/index.ts';
import { useT } from '../i18n/use.ts';
import { page } from '../page.ts';
import { Card, EmptyState, type Need, NeedList, Page, Section, useShell } from '../ui/index.ts';
import type { Route } from './+types/home.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer } = page(context);
  if (viewer === undefined) return { name: undefined, needs: [] };
  return { name: viewer.name, needs: await needsOf(services, viewer) };
}

/** Answers one question: what needs me now? A visitor is told what the service is. */
export default function Home({ loaderData }: Route.ComponentProps) {
  return loaderData.name === undefined ? (
    <Visitor />
  ) : (
    <Mine name={loaderData.name} needs={loaderData.needs} />
  );
}

function Mine({ name, needs }: { readonly name: string; readonly needs: readonly Need[] }) {
  const t = useT('home');
  const navigation = useT('navigation');
  const places = useShell()?.places.filter((place) => place.to !== '/') ?? [];
  return (
    <Page title={t('title-named', { name: name.split(' ')[0] })} browserTitle={t('title')}>
      {needs.length === 0 ? (
        <EmptyState title={t('nothing')}>
          <p>{t('nothing-next')}</p>
        </EmptyState>
      ) : (
        <NeedList id="needs" needs={needs} />
      )}
      {places.length > 0 && (
        <Section id="places" title={t('places')}>
          <ul>
            {places.map((place) => (
              <li key={place.to}>
                <Link to={place.to}>{navigation(place.key)}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Visitor() {
  const t = useT('home');
  const navigation = useT('navigation');
  return (
    <Page title={t('visitor.title')} lead={t('visitor.lead')}>
      <p className="actions">
        <a className="button button--primary" href="/kirjaudu">
          {navigation('sign-in')}
        </a>
      </p>
      <div className="cards">
        {(['jobseeker', 'employer', 'worker'] as const).map((who) => (
          <Card key={who} level={2} title={t(`visitor.${who}`)}>
            <p>{t(`visitor.${who}-text`)}</p>
          </Card>
        ))}
      </div>
    </Page>
  );
}
