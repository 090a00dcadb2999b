import { textIn } from '#modules/clients/pages/words.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { DefinitionList, Page, Section } from '#web/ui/index.ts';
import type { Route } from './+types/public-minutes.ts';
import { PrintedItem } from './printed.tsx';
import { MinutesFiles } from './publishing.tsx';
import { wordsIn } from './words.server.ts';
import { bodyOf, headingOf, sizeOf, titleOf } from './words.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services } = page(context);
  const { minutes, files, publishedAt } = orThrow(
    await services.governance.publicMinutes({ meetingId: params.meetingId }),
  );
  return {
    meetingId: params.meetingId,
    publishedAt,
    minutes,
    items: minutes.items.map((item) => {
      if (item.secretBasis !== undefined) return { ...item, parts: [], files: [] };
      const t = wordsIn(item.language);
      return {
        ...item,
        parts: item.parts.map((part) => ({ title: titleOf(t, part), text: bodyOf(t, part) })),
        files: item.attachments.flatMap((attachment) => {
          const file = files[attachment.attachmentId];
          return file ? [{ ...file, name: attachment.name }] : [];
        }),
      };
    }),
  };
}

/** Minutes of one meeting for anybody: who was there by position, and every public item in the order of a board's minutes. */
export default function PublicMinutes({ loaderData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { meetingId, minutes, items, publishedAt } = loaderData;
  const name = textIn(minutes.body, language);
  const there = minutes.present.filter((row) => row.presence !== 'absent');
  return (
    <Page
      title={t('meeting-of', { body: name, day: format.day(minutes.heldOn) })}
      breadcrumbs={[{ to: '/public/minutes', label: t('public-minutes') }]}
      actions={<MinutesFiles at={`/public/minutes/${meetingId}`} />}
    >
      <DefinitionList
        items={[
          { term: t('number'), value: minutes.number },
          { term: t('place'), value: minutes.place },
          { term: t('meeting-state.checked'), value: minutes.checkedOn && format.day(minutes.checkedOn) },
          { term: t('published-on'), value: format.dayOf(publishedAt) },
        ].filter((row) => row.value !== undefined)}
      />
      {(there.length > 0 || minutes.alsoPresent.length > 0) && (
        <Section id="present" title={t('attendance')}>
          <ul>
            {there.map((row) => (
              <li key={`${row.seat} ${row.capacity}`}>
                {row.seat}, {t(`capacity.${row.capacity}`)} – {t(`presence.${row.presence ?? 'present'}`)}
              </li>
            ))}
            {minutes.alsoPresent.map((text) => (
              <li key={text}>
                {text} – {t('also-present-one')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {items.map((item) =>
        item.secretBasis !== undefined ? (
          <Section
            key={item.itemId}
            id={`item-${item.itemId}`}
            title={headingOf({ section: item.section, heading: t('secret-item') })}
          >
            <p>{t('secret-is', { basis: item.secretBasis })}</p>
          </Section>
        ) : (
          <Section
            key={item.itemId}
            id={`item-${item.itemId}`}
            title={<span lang={item.language}>{headingOf(item)}</span>}
          >
            {(item.registerNumbers.length > 0 || item.mandateRole !== undefined) && (
              <p>
                {[
                  ...item.registerNumbers,
                  ...(item.mandateRole === undefined
                    ? []
                    : [t('handled-as', { role: t(`mandate.${item.mandateRole}`) })]),
                ].join(' · ')}
              </p>
            )}
            <PrintedItem parts={item.parts} language={item.language} />
            {item.files.length > 0 && (
              <>
                <h3>{t('attachment-files')}</h3>
                <ul>
                  {item.files.map((file) => (
                    <li key={file.fileId}>
                      <a href={`/public/minutes/${meetingId}/files/${file.fileId}`} download>
                        {file.name}
                      </a>{' '}
                      ({file.fileName}, {sizeOf(format, file.bytes)})
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
        ),
      )}
    </Page>
  );
}
