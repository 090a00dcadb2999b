import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, DefinitionList, Email, Page, Phone, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/my-data-all.ts';
import { inWords } from './own-words.server.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'own-page:use');
  const own = orThrow(await services.privacy.ownData({}));
  return { madeAt: own.madeAt, parts: inWords(own, language) };
}

/** A telephone number calls and an address writes. */
function shown(value: string, as: 'phone' | 'email' | undefined) {
  if (as === 'phone') return <Phone number={value} />;
  return as === 'email' ? <Email address={value} /> : value;
}

/** Everything that is held of the person, in words and on one page, to be read, printed or kept. */
export default function AllMyData({ loaderData: { madeAt, parts } }: Route.ComponentProps) {
  const t = useT('privacy');
  const format = useFormat();
  const filled = parts.filter(({ tables }) => tables.length > 0);
  return (
    <Page
      title={t('all-title')}
      lead={t('all-lead', { at: format.instant(madeAt) })}
      breadcrumbs={[{ to: '/my/data', label: t('title') }]}
    >
      <p className="actions">
        <PrintButton />
        <Button to="/my/data/all.json" reload look="secondary" label={t('file')} />
      </p>
      <nav aria-label={t('contents')}>
        <ul>
          {filled.map(({ part }) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`part.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {filled.map(({ part, tables }) => (
        <Section key={part} id={part} title={t(`part.${part}`)}>
          {tables.map(({ title, rows }) => (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              {rows.map((items, at) => (
                <DefinitionList
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a record that stands still
                  key={at}
                  items={items.map(({ term, value, as }) => ({ term, value: shown(value, as) }))}
                />
              ))}
            </section>
          ))}
        </Section>
      ))}
      <p>
        {t('all-log')} <a href="/my/log">{t('all-log-link')}</a>
      </p>
    </Page>
  );
}
