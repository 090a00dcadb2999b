import { Link } from 'react-router';
import { useT } from '../i18n/use.ts';
import { page } from '../page.ts';
import { Card, EmptyState, Page, Section, useShell } from '../ui/index.ts';
import type { Route } from './+types/home.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { viewer } = page(context);
  return { name: viewer?.name };
}

/** Answers one question: what needs me now? A visitor is told what the service is. */
export default function Home({ loaderData }: Route.ComponentProps) {
  return loaderData.name === undefined ? <Visitor /> : <Mine name={loaderData.name} />;
}

function Mine({ name }: { readonly name: string }) {
  const t = useT('home');
  const navigation = useT('navigation');
  const places = useShell()?.places.filter((place) => place.to !== '/') ?? [];
  return (
    <Page title={t('title-named', { name: name.split(' ')[0] })} browserTitle={t('title')}>
      <EmptyState title={t('nothing')}>
        <p>{t('nothing-next')}</p>
      </EmptyState>
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
