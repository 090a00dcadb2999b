import { Link } from 'react-router';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, DataTable, Details, Section } from '#web/ui/index.ts';
import { Differences } from './differences.tsx';
import type { Opened } from './opened.ts';

type PartProps = { readonly opened: Opened; readonly edit?: string | undefined };

/** Versions of the plan and what changed from one to the next (PJ-21). */
export function VersionsSection({ opened, edit }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { versions, unkept } = opened;
  return (
    <Section
      id="versions"
      title={t('open.versions')}
      actions={edit !== undefined && <Button to={`${edit}/version`} look="secondary" label={t('act.keep')} />}
    >
      {versions.length === 0 && <p>{t('versions.none')}</p>}
      {versions.length > 0 && (
        <>
          <p>{unkept.length === 0 ? t('versions.same') : t('versions.unkept', { count: unkept.length })}</p>
          {unkept.length > 0 && (
            <Details summary={t('versions.changes', { count: unkept.length })}>
              <Differences id="unkept" rows={unkept} />
            </Details>
          )}
        </>
      )}
      {versions.map((version) => (
        <div key={version.number}>
          <h3>
            <Link to={`/projects/${opened.project.projectId}/versions/${version.number}`}>
              {t('versions.number', { number: version.number })}
            </Link>
          </h3>
          <p>
            {t('versions.kept', {
              instant: format.instant(version.savedAt),
              by: version.savedBy ?? t('versions.house'),
              why: [version.occasion === 'kept' ? '' : t(`version.occasion.${version.occasion}`), version.why]
                .filter(Boolean)
                .join(' – '),
            })}
          </p>
          {version.differences.length > 0 && (
            <Details summary={t('versions.changes', { count: version.differences.length })}>
              <Differences id={`version-${version.number}`} rows={version.differences} />
            </Details>
          )}
        </div>
      ))}
    </Section>
  );
}

/** Attachments with their versions and hashes (PJ-24). */
export function FilesSection({ opened, edit }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  return (
    <Section
      id="files"
      title={t('open.files')}
      actions={
        edit !== undefined && <Button to={`${edit}/file`} look="secondary" label={t('act.add-file')} />
      }
    >
      <DataTable
        id="file-list"
        caption={t('open.files')}
        captionHidden
        columns={[
          {
            key: 'name',
            header: t('files.name'),
            rowHeader: true,
            cell: (row) => (
              <a href={`/projects/${opened.project.projectId}/files/${row.id}`} download>
                {row.name}
              </a>
            ),
          },
          {
            key: 'version',
            header: t('files.version'),
            number: true,
            cell: (row) => format.number(row.version),
          },
          {
            key: 'size',
            header: t('files.size'),
            number: true,
            cell: (row) => `${format.number(Math.max(1, Math.round(row.bytes / 1024)))} kB`,
          },
          {
            key: 'added',
            header: t('files.added'),
            cell: (row) => [format.dayOf(row.addedAt), row.addedBy].filter(Boolean).join(', '),
          },
          { key: 'hash', header: t('files.hash'), cell: (row) => <span className="hash">{row.sha256}</span> },
        ]}
        rows={opened.attachments}
        rowKey={(row) => row.id}
        empty={t('files.none')}
      />
    </Section>
  );
}

/** The states so far, and who moved it. */
export function LifeSection({ opened }: PartProps) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  return (
    <Section id="life" title={t('open.life')}>
      <ul>
        {opened.plan.proceedings.map((proceeding) => (
          <li key={`${proceeding.body}-${proceeding.on}`}>
            {[format.day(proceeding.on), proceeding.body].filter(Boolean).join(' ')}
            {proceeding.source !== undefined && ` (${sourceOf(proceeding.source)})`}
          </li>
        ))}
        {opened.stateChanges.map((change) => (
          <li key={change.id}>
            {format.day(change.on)} {t(`state.${change.to}`)}
            {change.by !== undefined && `, ${change.by}`}
            {change.note !== undefined && `: ${change.note}`}
            {change.unready !== undefined && ` – ${t('field.unreadyWhy')}: ”${change.unready.why}”`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
