import { isId } from '#kernel/ids.ts';
import { textIn } from '../clients/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { orThrow, page } from '../page.ts';
import { Card, EmptyState, Filters, LocalisedWords, Page, SearchField, Select } from '../ui/index.ts';
import type { Route } from './+types/public-minutes-list.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = page(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('haku') ?? '').slice(0, 100);
  const given = asked.get('toimielin') ?? '';
  const bodyId = isId(given) ? given : undefined;
  const all = orThrow(await services.governance.publicMinutesList({}));
  const found = orThrow(await services.governance.publicMinutesList({ words, bodyId }));
  const bodies = new Map(all.minutes.map((one) => [one.bodyId, one.body]));
  return { words, bodyId, minutes: found.minutes, bodies: [...bodies] };
}

/** Minutes that have been let out, for anybody. */
export default function PublicMinutesList({ loaderData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { words, bodyId, minutes, bodies } = loaderData;
  const chosen = bodies.find(([id]) => id === bodyId)?.[1];
  return (
    <Page title={t('public-minutes')} lead={t('public-minutes-lead')}>
      <Filters
        id="minutes-search"
        label={t('public-minutes-search')}
        active={[
          ...(words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]),
          ...(bodyId === undefined || chosen === undefined
            ? []
            : [{ name: 'toimielin', value: bodyId, label: textIn(chosen, language) }]),
        ]}
      >
        <SearchField label={t('public-minutes-search')} />
        <Select
          name="toimielin"
          label={t('body')}
          empty={t('all-bodies')}
          choices={bodies.map(([value, names]) => ({ value, label: textIn(names, language) }))}
        />
      </Filters>
      {minutes.length === 0 && (
        <EmptyState
          title={t(words === '' && bodyId === undefined ? 'public-minutes-none' : 'public-minutes-not-found')}
        />
      )}
      <div className="cards">
        {minutes.map((one) => (
          <Card
            key={one.meetingId}
            level={2}
            title={
              <>
                <LocalisedWords text={one.body} />, {format.day(one.heldOn)}
              </>
            }
            to={`/public/minutes/${one.meetingId}`}
          >
            {one.number !== undefined && <p>{t('meeting-number', { number: one.number })}</p>}
            <ul>
              {one.headings.map((heading) => (
                <li key={heading}>{heading}</li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Page>
  );
}
