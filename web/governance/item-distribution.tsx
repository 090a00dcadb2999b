import { useFormat, useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  Details,
  PolkuForm,
  Section,
  StateLine,
  TextField,
} from '../ui/index.ts';
import { ReceiverFields } from './choices.tsx';
import { type OpenedItem, seatWords } from './words.ts';

type Receiver = OpenedItem['receivers'][number];

/** To whom a decision is made known, who has read it, and the lists of the body that are chosen by one press (COM-08). */
export function Distribution({
  opened,
  result,
}: {
  readonly opened: OpenedItem;
  readonly result: FormResult | undefined;
}) {
  const t = useT('governance');
  const format = useFormat();
  const { receivers, lists, officials, actions, body } = opened;
  const act = (one: Receiver) => {
    const form = (id: string, words: string) => (
      <PolkuForm id={`${id}-${one.receiverId}`} result={result} inline label={`${words}: ${one.position}`}>
        <input type="hidden" name="receiverId" value={one.receiverId} />
        <Button look="quiet" about={one.position}>
          {words}
        </Button>
      </PolkuForm>
    );
    if (one.sentAt === undefined) return form('drop', t('drop'));
    if (one.readAt === undefined && one.accountId === undefined) return form('read', t('read-note'));
    return '–';
  };
  return (
    <Section id="distribution" title={t('distribution')} lead={t('distribution-lead')}>
      <DataTable
        id="receivers"
        caption={t('distribution')}
        captionHidden
        rows={receivers}
        rowKey={(one) => one.receiverId}
        empty={t('distribution-none')}
        columns={[
          { key: 'who', header: t('receiver'), rowHeader: true, cell: seatWords },
          {
            key: 'sent',
            header: t('sent'),
            cell: (one) => (one.sentAt === undefined ? t('not-sent') : format.instant(one.sentAt)),
          },
          {
            key: 'read',
            header: t('read'),
            cell: (one) =>
              one.readAt !== undefined ? (
                <StateLine kind="done" clock={format.instant(one.readAt)}>
                  {t(`read-by.${one.readNotedBy}`)}
                </StateLine>
              ) : one.sentAt === undefined ? (
                '–'
              ) : (
                <StateLine kind="waiting">{t('unread')}</StateLine>
              ),
          },
          ...(actions.receivers ? [{ key: 'act', header: t('change'), cell: act }] : []),
        ]}
      />
      {lists.length > 0 && (
        <div className="actions">
          {lists.map((list) => (
            <PolkuForm
              key={list.listId}
              id={`list-${list.listId}`}
              result={result}
              inline
              label={t('list-use', { name: list.name, count: list.entries.length })}
            >
              <input type="hidden" name="listId" value={list.listId} />
              <Button look="secondary">
                {t('list-use', { name: list.name, count: list.entries.length })}
              </Button>
            </PolkuForm>
          ))}
        </div>
      )}
      {actions.send && (
        <ConfirmForm id="send" summary={t('send')} act={t('send-act')} danger={false} result={result}>
          <p>{t('send-what')}</p>
        </ConfirmForm>
      )}
      {actions.receivers && (
        <>
          <Details summary={t('receiver-add')} open={result?.form === 'receiver'}>
            <PolkuForm
              key={receivers.length}
              id="receiver"
              result={result}
              label={t('receiver-add')}
              labels={{ position: t('position'), accountId: t('account') }}
            >
              <ReceiverFields officials={officials} />
              <Button>{t('receiver-add')}</Button>
            </PolkuForm>
          </Details>
          {receivers.length > 0 && (
            <Details summary={t('list-keep')} open={result?.form === 'keep-list'}>
              <PolkuForm
                key={lists.length}
                id="keep-list"
                result={result}
                label={t('list-keep')}
                labels={{ name: t('list-name') }}
              >
                <input type="hidden" name="bodyId" value={body.bodyId} />
                <TextField
                  name="name"
                  label={t('list-name')}
                  help={t('list-keep-help')}
                  width="l"
                  maxLength={200}
                />
                <Button>{t('list-keep')}</Button>
              </PolkuForm>
            </Details>
          )}
        </>
      )}
    </Section>
  );
}
