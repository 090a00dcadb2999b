import { textIn } from '../clients/words.ts';
import { useLanguage, useT } from '../i18n/use.ts';
import type { Localised } from '../ui/index.ts';
import { Select, TextField } from '../ui/index.ts';

/** In which of its roles a body handles an item; nothing to choose when it has at most one. */
export function MandateSelect({
  mandates,
  value,
}: {
  readonly mandates: readonly { readonly role: string }[];
  readonly value?: string | undefined;
}) {
  const t = useT('governance');
  if (mandates.length < 2) return null;
  return (
    <Select
      name="mandateRole"
      label={t('handled-in')}
      help={t('handled-in-help')}
      optional
      empty={t('handled-none')}
      value={value}
      choices={mandates.map((one) => ({ value: one.role, label: t(`mandate.${one.role}`) }))}
    />
  );
}

export type Official = {
  readonly accountId: string;
  readonly name: string;
  readonly position?: Localised | undefined;
};

/** Somebody who signs in here, or nobody. */
export function AccountSelect({
  officials,
  help,
}: {
  readonly officials: readonly Official[];
  readonly help: string;
}) {
  const t = useT('governance');
  const language = useLanguage();
  return (
    <Select
      name="accountId"
      label={t('account')}
      help={help}
      optional
      empty={t('account-none')}
      choices={officials.map((one) => ({
        value: one.accountId,
        label: [one.name, textIn(one.position, language)].filter(Boolean).join(', '),
      }))}
    />
  );
}

/** Position, organisation and account of a receiver. */
export function ReceiverFields({ officials }: { readonly officials: readonly Official[] }) {
  const t = useT('governance');
  return (
    <>
      <TextField name="position" label={t('position')} maxLength={300} width="l" />
      <TextField name="organisation" label={t('organisation')} maxLength={200} optional />
      <AccountSelect officials={officials} help={t('receiver-account-help')} />
    </>
  );
}
