import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { Button, DataTable, Details, Section } from '../ui/index.ts';
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
      actions={
        edit !== undefined && (
          <Button to={`${edit}/version`} look="secondary">
            {t('act.keep')}
          </Button>
        )
      }
    >
      {versions.length === 0 && <p>{t('versions.none')}</p>}
      {versions.length > 0 && (
        <>
          <p>{unkept.length === 0 ? t('versions.same') : t('versions.unkept', { count: unkept.length })}</p>
          {unkept.length > 0 && <Differences id="unkept" rows={unkept} />}
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
              instant: format.instant(version.keptAt),
              by: version.keptBy ?? t('versions.house'),
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
        edit !== undefined && (
          <Button to={`${edit}/file`} look="secondary">
            {t('act.add-file')}
          </Button>
        )
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
  const format = useFormat();
  return (
    <Section id="life" title={t('open.life')}>
      <ul>
        {opened.plan.proceedings.map((one) => (
          <li key={`${one.body}-${one.on}`}>
            {[format.day(one.on), one.body].filter(Boolean).join(' ')}
            {one.source !== undefined && ` (${one.source})`}
          </li>
        ))}
        {opened.stateChanges.map((one) => (
          <li key={one.id}>
            {format.day(one.on)} {t(`state.${one.to}`)}
            {one.by !== undefined && `, ${one.by}`}
            {one.note !== undefined && `: ${one.note}`}
            {one.unready !== undefined && ` – ${t('field.unreadyWhy')}: ”${one.unready.why}”`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
