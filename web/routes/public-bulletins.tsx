import { Link } from 'react-router';
import { textIn } from '../clients/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { ReadabilityNote } from '../outreach/readability-note.tsx';
import { beginningOf } from '../outreach/words.ts';
import { orThrow, page } from '../page.ts';
import { Card, EmptyState, Filters, LocalisedWords, Page, SearchField } from '../ui/index.ts';
import type { Route } from './+types/public-bulletins.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = page(context);
  const words = (new URL(request.url).searchParams.get('haku') ?? '').slice(0, 100);
  return { words, ...orThrow(await services.outreach.publicBulletins({ words })) };
}

/** What the area tells to everybody. */
export default function PublicBulletins({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const language = useLanguage();
  const { words, bulletins } = loaderData;
  return (
    <Page title={t('public-bulletins')} lead={t('public-bulletins-lead')}>
      <Filters
        id="bulletins-search"
        label={t('bulletins-search')}
        button={false}
        active={words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]}
      >
        <SearchField label={t('bulletins-search')} />
      </Filters>
      {bulletins.length === 0 && <EmptyState title={t(words === '' ? 'bulletins-none' : 'nothing-found')} />}
      <div className="cards">
        {bulletins.map((one) => (
          <Card
            key={one.bulletinId}
            level={2}
            title={<LocalisedWords text={one.titles} />}
            to={`/bulletins/${one.bulletinId}`}
          >
            <p>{format.dayOf(one.publishedAt)}</p>
            <p lang={one.texts[language] === undefined ? 'fi' : undefined}>
              {beginningOf(textIn(one.texts, language))}
            </p>
            <ReadabilityNote readability={one.readability} />
          </Card>
        ))}
      </div>
      <p>
        <Link to="/public/questions">{t('ask-question')}</Link>
      </p>
    </Page>
  );
}
