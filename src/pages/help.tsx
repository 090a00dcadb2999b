import { Link, redirect } from 'react-router';
import { guidesFor } from '#web/guides.ts';
import { useT } from '#web/i18n/use.ts';
import { shortcutsCookie } from '#web/language.ts';
import { page, readAct } from '#web/page.ts';
import { Button, ButtonForm, DataTable, Page, Section, useShell } from '#web/ui/index.ts';
import type { Route } from './+types/help.ts';
import { guideList } from './guides/guides.server.ts';

const year = 365 * 24 * 60 * 60;

/** Every guide, the reader's own first. */
export function loader({ context }: Route.LoaderArgs) {
  const { viewer, language } = page(context);
  const list = guideList(language);
  const all = list.flatMap(({ guides }) => guides);
  const own = guidesFor(viewer?.role);
  return {
    own: { group: 'own', guides: own.flatMap((name) => all.filter((guide) => guide.name === name)) },
    groups: list
      .map(({ group, guides }) => ({ group, guides: guides.filter(({ name }) => !own.includes(name)) }))
      .filter(({ guides }) => guides.length > 0),
  };
}

/** Turns the one-key shortcuts on or off in this browser (WCAG 2.1.4). */
export async function action({ context, request }: Route.ActionArgs) {
  const { intent } = await readAct(context, request);
  const value = intent === 'off' ? 'pois' : 'on';
  return redirect('/help#keyboard', {
    headers: { 'set-cookie': `${shortcutsCookie}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly` },
  });
}

const about = [
  ['how-counted', '/how-polku-counts'],
  ['public-questions', '/public/questions'],
  ['privacy', '/privacy'],
  ['accessibility', '/accessibility'],
  ['api', '/api'],
] as const;

type Shortcut = { readonly keys: readonly string[]; readonly does: string };

/** Where what is told of Polku itself, and the keys with which everything works. */
export default function Help({ loaderData: { own, groups } }: Route.ComponentProps) {
  const t = useT('help');
  const navigation = useT('navigation');
  const shell = useShell();
  const on = shell?.shortcuts ?? true;
  const rows: Shortcut[] = [
    { keys: ['/'], does: t('search') },
    ...(shell?.places ?? []).map(({ letter, key }) => ({
      keys: ['g', letter],
      does: t('go-to', { place: navigation(key) }),
    })),
    { keys: ['?'], does: t('help') },
    { keys: ['Tab'], does: t('tab') },
    { keys: ['Esc'], does: t('escape') },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section id="guides" title={t('guides')}>
        {[own, ...groups].map(({ group, guides }) => (
          <Section key={group} id={`guides-${group}`} title={t(`group.${group}`)} level={3}>
            <ul>
              {guides.map(({ name, title, lead }) => (
                <li key={name}>
                  <Link to={`/help/${name}`}>{title}</Link>: {lead}
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </Section>
      <Section id="about" title={t('about')}>
        <ul>
          {about.map(([key, to]) => (
            <li key={key}>
              <Link to={to}>{navigation(key)}</Link>: {t(`about-of.${key}`)}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="keyboard" title={t('keyboard')} lead={t('keyboard-lead')}>
        <DataTable
          id="keys"
          caption={t('caption')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.keys.join(' ')}
          empty=""
          columns={[
            {
              key: 'key',
              header: t('key'),
              rowHeader: true,
              cell: ({ keys: [first, second] }) => (
                <>
                  <kbd>{first}</kbd>
                  {second !== undefined && (
                    <>
                      {' '}
                      {t('then')} <kbd>{second}</kbd>
                    </>
                  )}
                </>
              ),
            },
            { key: 'does', header: t('does'), cell: (row) => row.does },
          ]}
        />
        <Section id="setting" title={t('setting')} level={3}>
          <p>{on ? t('on') : t('off')}</p>
          <ButtonForm id="shortcuts">
            <Button
              look="secondary"
              name="intent"
              value={on ? 'off' : 'on'}
              label={on ? t('turn-off') : t('turn-on')}
            />
          </ButtonForm>
        </Section>
      </Section>
    </Page>
  );
}
