import { useSource } from '#web/i18n/source.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { StateLine } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

/** What is not finished before a project can be closed: what blocks first, then what is only told. */
export function ClosingList({ opened }: { readonly opened: Pick<Opened, 'openEnds' | 'project'> }) {
  const t = useT('projects');
  const sourceOf = useSource();
  const promises = useT('promises');
  const format = useFormat();
  const { openEnds, project } = opened;
  const blocking = openEnds.filter(({ grade }) => grade === 'blocks').length;
  const isClosed = project.state === 'closed';
  if (isClosed && openEnds.length === 0) return null;
  return (
    <>
      <p>
        {isClosed ? (
          t('closing.was')
        ) : (
          <StateLine kind={blocking > 0 ? 'stopped' : 'done'}>
            {blocking > 0 ? t('closing.blocks', { count: blocking }) : t('closing.free')}
          </StateLine>
        )}
      </p>
      <ul id="open-ends" className="plain-list">
        {openEnds.map((end) => (
          <li key={`${end.code} ${end.about} ${end.place}`}>
            <StateLine
              kind={end.grade === 'blocks' && !isClosed ? 'stopped' : 'waiting'}
              clock={
                end.place !== undefined
                  ? promises(`place.${end.place}`)
                  : end.words === undefined
                    ? undefined
                    : [t('closing.instead', { words: end.words }), sourceOf(end.source)]
                        .filter(Boolean)
                        .join(', ')
              }
            >
              {t(`closing.${end.code}`, {
                about: end.code === 'report-part' ? t(`report-part.${end.about}`) : (end.about ?? ''),
                sum: format.money(end.cents),
              })}
            </StateLine>
          </li>
        ))}
      </ul>
    </>
  );
}
