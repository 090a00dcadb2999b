import { signInPath } from '#kernel/return-address.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, page, redirectWith } from '#web/page.ts';
import { AddressForm, Button, Notice, Page, TextField } from '#web/ui/index.ts';
import type { Route } from './+types/invitation.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer, may } = page(context);
  const code = new URL(request.url).searchParams.get('code')?.trim() ?? '';
  if (viewer !== undefined && may('own-page:use'))
    throw redirectWith(context, '/my', { kind: 'success', key: 'clients:invitation-done' });
  if (code === '') return { code, inForce: false };
  const { inForce } = orThrow(await services.clients.lookAtInvitation({ code }));
  return { code, inForce };
}

/** The door of an invitation: with a code in force one goes to sign in, and the identity becomes the person's own account. */
export default function Invitation({ loaderData: { code, inForce } }: Route.ComponentProps) {
  const t = useT('clients');
  const back = encodeURIComponent(`/invitation?code=${encodeURIComponent(code)}`);
  return (
    <Page title={t('invitation')} lead={t('invitation-lead')}>
      {inForce ? (
        <>
          <p>{t('invitation-in-force')}</p>
          <Button to={`${signInPath}?back=${back}`} label={t('invitation-sign-in')} reload />
        </>
      ) : (
        <>
          {code !== '' && (
            <Notice kind="warning" title={t('invitation-not-valid')} live>
              <p>{t('invitation-not-valid-text')}</p>
            </Notice>
          )}
          <AddressForm id="invitation-code">
            <TextField
              name="code"
              label={t('invitation-code')}
              help={t('invitation-code-help')}
              value={code}
            />
            <Button label={t('invitation-open')} />
          </AddressForm>
        </>
      )}
    </Page>
  );
}
