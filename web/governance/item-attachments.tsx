import { acceptedEndings, largestFile } from '#kernel/files.ts';
import { useFormat, useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import {
  Button,
  Card,
  Checkbox,
  ConfirmForm,
  Details,
  FileField,
  PolkuForm,
  Section,
  StateLine,
  TextField,
} from '../ui/index.ts';
import type { OpenedItem } from './words.ts';

type One = OpenedItem['attachments'][number];
const accept = acceptedEndings.map((ending) => `.${ending}`).join(',');

/** A size as a person reads it; under a kilobyte is one. */
export const sizeOf = (format: ReturnType<typeof useFormat>, bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${format.number(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`
    : `${format.number(Math.max(1, Math.round(bytes / 1024)))} kB`;

/** Attachments of an item with every version of their files, and the forms that add one. */
export function Attachments({
  opened,
  result,
}: {
  readonly opened: OpenedItem;
  readonly result: FormResult | undefined;
}) {
  const t = useT('governance');
  const { attachments, actions, item } = opened;
  if (attachments.length === 0 && !actions.attach) return null;
  return (
    <Section id="attachments" title={t('part.attachments')}>
      {attachments.length === 0 && <p>{t('attachments-none')}</p>}
      {attachments.length > 0 && (
        <div className="cards">
          {attachments.map((one) => (
            <AttachmentCard
              key={`${one.attachmentId} ${one.files.length}`}
              one={one}
              opened={opened}
              result={result}
            />
          ))}
        </div>
      )}
      {actions.attach && (
        <Details summary={t('attachment-add')} open={result?.form === 'attach'}>
          <PolkuForm
            key={attachments.length}
            id="attach"
            files
            result={result}
            label={t('attachment-add')}
            labels={{ name: t('attachment-name'), file: t('file') }}
          >
            <TextField
              name="name"
              label={t('attachment-name')}
              help={t('attachment-name-help')}
              width="l"
              maxLength={200}
              optional
            />
            <ChooseFile optional />
            {item.secretBasis === undefined && <Checkbox name="isPublic" label={t('attachment-public')} />}
            <Button>{t('attachment-add')}</Button>
          </PolkuForm>
        </Details>
      )}
    </Section>
  );
}

function ChooseFile({ optional = false }: { readonly optional?: boolean }) {
  const t = useT('governance');
  const format = useFormat();
  return (
    <FileField
      name="file"
      label={t('file')}
      help={t('file-help', { kinds: acceptedEndings.join(', '), size: sizeOf(format, largestFile) })}
      accept={accept}
      optional={optional}
    />
  );
}

function AttachmentCard({
  one,
  opened: { item, actions },
  result,
}: {
  readonly one: One;
  readonly opened: OpenedItem;
  readonly result: FormResult | undefined;
}) {
  const t = useT('governance');
  const format = useFormat();
  const [newest, ...older] = one.files;
  const version = (file: (typeof one.files)[number]) => (
    <>
      <a href={`/items/${item.itemId}/files/${file.fileId}`} download>
        {file.fileName}
      </a>{' '}
      {t('file-version', {
        version: file.version,
        size: sizeOf(format, file.bytes),
        day: format.dayOf(file.addedAt),
      })}
    </>
  );
  const mayFile = actions.attach || (actions.file && newest === undefined);
  return (
    <Card
      title={one.name}
      state={
        <StateLine kind={one.isPublic ? 'done' : 'info'}>
          {t(one.isPublic ? 'attachment-is-public' : 'attachment-is-internal')}
        </StateLine>
      }
    >
      {newest === undefined ? <p>{t('file-none')}</p> : <p>{version(newest)}</p>}
      {newest !== undefined && (
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
      )}
      {mayFile && (
        <Details
          summary={t(newest === undefined ? 'file-add' : 'file-change')}
          open={result?.form === `file-${one.attachmentId}`}
        >
          <PolkuForm
            id={`file-${one.attachmentId}`}
            files
            result={result}
            label={`${t('file-add')}: ${one.name}`}
            labels={{ file: t('file') }}
          >
            <input type="hidden" name="attachmentId" value={one.attachmentId} />
            <ChooseFile />
            <Button about={one.name}>{t(newest === undefined ? 'file-add' : 'file-change')}</Button>
          </PolkuForm>
        </Details>
      )}
      {actions.receivers && (one.isPublic || item.secretBasis === undefined) && (
        <div className="actions">
          <PolkuForm
            id={`public-${one.attachmentId}`}
            result={result}
            inline
            label={`${t('attachment-public')}: ${one.name}`}
          >
            <input type="hidden" name="attachmentId" value={one.attachmentId} />
            <input type="hidden" name="isPublic" value={one.isPublic ? '' : 'yes'} />
            <Button look="quiet" about={one.name}>
              {t(one.isPublic ? 'attachment-make-internal' : 'attachment-make-public')}
            </Button>
          </PolkuForm>
          {actions.detach && (
            <ConfirmForm
              id={`detach-${one.attachmentId}`}
              summary={t('attachment-drop')}
              act={t('attachment-drop')}
              result={result}
              about={one.name}
            >
              <input type="hidden" name="attachmentId" value={one.attachmentId} />
              <p>{t('attachment-drop-what')}</p>
            </ConfirmForm>
          )}
        </div>
      )}
    </Card>
  );
}
