import { useFormat, useT } from '#web/i18n/use.ts';
import {
  Card,
  ConfirmForm,
  Details,
  FoldedForm,
  Section,
  StateLine,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import type { ItemForms } from './item-forms.server.ts';
import { type OpenedItem, sizeOf } from './words.ts';

type Props = {
  readonly opened: OpenedItem;
  readonly forms: ItemForms;
  readonly result: UseCaseFormProps['result'];
};
type Attachment = OpenedItem['attachments'][number];

/** Attachments of an item with every version of their files, and the forms that add one. */
export function Attachments({ opened, forms, result }: Props) {
  const t = useT('governance');
  const { attachments, actions } = opened;
  if (attachments.length === 0 && !actions.attach) return null;
  return (
    <Section id="attachments" title={t('part.attachments')}>
      {attachments.length === 0 && <p>{t('attachments-none')}</p>}
      {attachments.length > 0 && (
        <div className="cards">
          {attachments.map((attachment) => (
            <AttachmentCard
              key={`${attachment.attachmentId} ${attachment.files.length}`}
              attachment={attachment}
              opened={opened}
              forms={forms}
              result={result}
            />
          ))}
        </div>
      )}
      <FoldedForm summary={t('attachment-add')} form={forms.attach} result={result} />
    </Section>
  );
}

function AttachmentCard({
  attachment,
  opened: { item, actions },
  forms,
  result,
}: Props & { readonly attachment: Attachment }) {
  const t = useT('governance');
  const { attachmentId, name, isPublic, files } = attachment;
  const [newest] = files;
  const row = { row: attachmentId, hidden: { attachmentId }, about: name, result };
  return (
    <Card
      title={name}
      state={
        <StateLine kind={isPublic ? 'done' : 'info'}>
          {t(isPublic ? 'attachment-is-public' : 'attachment-is-internal')}
        </StateLine>
      }
    >
      <Versions itemId={item.itemId} files={files} />
      {(actions.attach || (actions.file && newest === undefined)) && (
        <FoldedForm
          {...row}
          summary={t(newest === undefined ? 'file-add' : 'file-change')}
          form={forms.file}
          act={t(newest === undefined ? 'file-add' : 'file-change')}
        />
      )}
      {actions.receivers && (isPublic || item.secretBasis === undefined) && (
        <div className="actions">
          <UseCaseForm
            {...row}
            form={forms.mark}
            hidden={{ attachmentId, isPublic: isPublic ? '' : 'yes' }}
            inline
            look="quiet"
            label={`${t('attachment-public')}: ${name}`}
            act={t(isPublic ? 'attachment-make-internal' : 'attachment-make-public')}
          />
          <ConfirmForm {...row} form={forms.detach} summary={t('attachment-drop')} act={t('attachment-drop')}>
            <p>{t('attachment-drop-what')}</p>
          </ConfirmForm>
        </div>
      )}
    </Card>
  );
}

/** The newest file of an attachment; its hash and the earlier versions folded. */
function Versions({ itemId, files }: { readonly itemId: string; readonly files: Attachment['files'] }) {
  const t = useT('governance');
  const format = useFormat();
  const [newest, ...older] = files;
  const version = (file: Attachment['files'][number]) => (
    <>
      <a href={`/items/${itemId}/files/${file.fileId}`} download>
        {file.fileName}
      </a>{' '}
      {t('file-version', {
        version: file.version,
        size: sizeOf(format, file.bytes),
        day: format.dayOf(file.addedAt),
      })}
    </>
  );
  if (newest === undefined) return <p>{t('file-none')}</p>;
  return (
    <>
      <p>{version(newest)}</p>
      <Details summary={t('file-more')}>
        <p>
          {t('file-hash')} <span className="hash">{newest.sha256}</span>
        </p>
        {older.length > 0 && (
          <ul>
            {older.map((file) => (
              <li key={file.fileId}>{version(file)}</li>
            ))}
          </ul>
        )}
      </Details>
    </>
  );
}
