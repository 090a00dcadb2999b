import type { ProgrammeContent } from '#programmes';
import type { ShownForm } from '#web/forms/shown.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, DefinitionList, Section } from '#web/ui/index.ts';
import { EditRow } from './edit-row.tsx';

/** Around the goals in the working copy: the body with its members, the decision, chapters and days that bind the work. */
export function AroundSections({
  content,
  form,
  revision,
  to,
  result,
}: {
  readonly content: ProgrammeContent;
  readonly revision: number;
  readonly to: string;
  readonly form: ShownForm;
  readonly result: object | undefined;
}) {
  const t = useT('programmes');
  const format = useFormat();
  const { board, approval, language } = content;
  const add = (kind: string) => (
    <Button look="secondary" to={`${to}/${kind}`} label={t(`edit.add-${kind}`)} />
  );
  const rows = (kind: string, list: string, titles: readonly string[], order = true) =>
    titles.length === 0 ? (
      <p>{t('edit.none-yet')}</p>
    ) : (
      <ul className="rows rows--wide programme-rows">
        {titles.map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the list is its place
          <li key={at} className="row">
            <EditRow
              to={`${to}/${kind}?at=${at}`}
              list={list}
              at={at}
              title={title}
              order={order}
              {...{ form, language, revision, result }}
            />
          </li>
        ))}
      </ul>
    );
  const change = (kind: string, label: string) => (
    <Button look="secondary" to={`${to}/${kind}`} label={label} />
  );
  return (
    <>
      <Section
        id="body"
        title={t('board-name')}
        actions={
          <>
            {change('board', t('edit.change-board'))}
            {change('approval', t('edit.change-approval'))}
          </>
        }
      >
        <DefinitionList
          items={[
            { term: t('board-name'), value: <span lang={language}>{board?.name ?? '–'}</span> },
            { term: t('body'), value: board?.body?.name ?? t('body-none') },
            { term: t('appointed-by'), value: <span lang={language}>{board?.appointedBy ?? '–'}</span> },
            { term: t('preparer'), value: <span lang={language}>{board?.preparer ?? '–'}</span> },
            {
              term: t('approved-by'),
              value: approval
                ? [approval.body, format.day(approval.decidedOn), approval.reference]
                    .filter(Boolean)
                    .join(', ')
                : '–',
            },
          ]}
        />
      </Section>
      {board !== undefined && (
        <Section
          id="members"
          title={t('edit.members')}
          lead={board.body && t('edit.members-lead')}
          actions={add('member')}
        >
          {rows(
            'member',
            'members',
            board.members.map(({ name, role }) => [name, role].filter(Boolean).join(', ')),
          )}
        </Section>
      )}
      <Section id="chapters" title={t('edit.chapters')} actions={add('chapter')}>
        {rows(
          'chapter',
          'chapters',
          content.chapters.map(({ number, title }) => [number, title].filter(Boolean).join(' ')),
        )}
      </Section>
      <Section
        id="milestones"
        title={t('edit.milestones')}
        lead={t('edit.milestones-lead')}
        actions={add('milestone')}
      >
        {rows(
          'milestone',
          'milestones',
          content.milestones.map(({ on, title }) => `${format.day(on)} ${title}`),
          false,
        )}
      </Section>
    </>
  );
}
