import { useFormat, useT } from '#web/i18n/use.ts';
import {
  ConfirmForm,
  DataTable,
  FoldedForm,
  Section,
  StateLine,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import type { ItemForms } from './item-forms.server.ts';
import { type OpenedItem, seatWords } from './words.ts';

type Props = {
  readonly opened: OpenedItem;
  readonly forms: ItemForms;
  readonly result: UseCaseFormProps['result'];
};

/** To whom a decision is made known, who has read it, and the lists of the body that are chosen by one press (COM-08). */
export function Distribution({ opened, forms, result }: Props) {
  const t = useT('governance');
  const { receivers, lists, body } = opened;
  return (
    <Section id="distribution" title={t('distribution')} lead={t('distribution-lead')}>
      <Receivers opened={opened} forms={forms} result={result} />
      {lists.length > 0 && (
        <div className="actions">
          {lists.map((list) => {
            const words = t('list-use', { name: list.name, count: list.entries.length });
            return (
              <UseCaseForm
                key={list.listId}
                form={forms.useList}
                row={list.listId}
                hidden={{ listId: list.listId }}
                result={result}
                inline
                look="secondary"
                label={words}
                act={words}
              />
            );
          })}
        </div>
      )}
      <ConfirmForm form={forms.send} summary={t('send')} act={t('send-act')} danger={false} result={result}>
        <p>{t('send-what')}</p>
      </ConfirmForm>
      <FoldedForm summary={t('receiver-add')} form={forms.receiver} result={result} />
      {receivers.length > 0 && (
        <FoldedForm
          summary={t('list-keep')}
          form={forms.saveList}
          hidden={{ bodyId: body.bodyId }}
          result={result}
        />
      )}
    </Section>
  );
}

function Receivers({ opened: { receivers, actions }, forms, result }: Props) {
  const t = useT('governance');
  const format = useFormat();
  const act = ({ receiverId, position, accountId, sentAt, readAt }: (typeof receivers)[number]) => {
    const unsent = sentAt === undefined;
    if (!unsent && (readAt !== undefined || accountId !== undefined)) return '–';
    return (
      <UseCaseForm
        form={unsent ? forms.drop : forms.read}
        row={receiverId}
        hidden={{ receiverId }}
        result={result}
        inline
        look="quiet"
        label={`${t(unsent ? 'drop' : 'read-note')}: ${position}`}
        act={t(unsent ? 'drop' : 'read-note')}
        about={position}
      />
    );
  };
  return (
    <DataTable
      id="receivers"
      caption={t('distribution')}
      captionHidden
      rows={receivers}
      rowKey={(receiver) => receiver.receiverId}
      empty={t('distribution-none')}
      columns={[
        { key: 'who', header: t('receiver'), rowHeader: true, cell: seatWords },
        {
          key: 'sent',
          header: t('sent'),
          cell: ({ sentAt }) => (sentAt === undefined ? t('not-sent') : format.instant(sentAt)),
        },
        {
          key: 'read',
          header: t('read'),
          cell: ({ sentAt, readAt, readNotedBy }) =>
            readAt !== undefined ? (
              <StateLine kind="done" clock={format.instant(readAt)}>
                {t(`read-by.${readNotedBy ?? 'receiver'}`)}
              </StateLine>
            ) : sentAt === undefined ? (
              '–'
            ) : (
              <StateLine kind="waiting">{t('unread')}</StateLine>
            ),
        },
        actions.receivers && { key: 'act', header: t('change'), cell: act },
      ]}
    />
  );
}
