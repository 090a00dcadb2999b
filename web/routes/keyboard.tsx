import { redirect } from 'react-router';
import { useT } from '../i18n/use.ts';
import { shortcutsCookie } from '../language.ts';
import { formValues } from '../page.ts';
import { Button, DataTable, Page, PolkuForm, Section, useShell } from '../ui/index.ts';
import type { Route } from './+types/keyboard.ts';

const year = 365 * 24 * 60 * 60;

/** Turns the one-key shortcuts on or off in this browser (WCAG 2.1.4). */
export async function action({ context, request }: Route.ActionArgs) {
  const sent = await formValues(context, request);
  const value = sent.intent === 'off' ? 'pois' : 'on';
  return redirect('/nappaimet', {
    headers: { 'set-cookie': `${shortcutsCookie}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly` },
  });
}

type Shortcut = { readonly keys: readonly string[]; readonly does: string };

export default function Keyboard() {
  const t = useT('keyboard');
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
      <Section id="setting" title={t('setting')}>
        <p>{on ? t('on') : t('off')}</p>
        <PolkuForm id="shortcuts">
          <Button look="secondary" name="intent" value={on ? 'off' : 'on'}>
            {on ? t('turn-off') : t('turn-on')}
          </Button>
        </PolkuForm>
      </Section>
    </Page>
  );
}
