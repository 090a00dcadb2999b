import { useFormat, useT } from '../i18n/use.ts';
import { StateLine } from '../ui/index.ts';
import type { Opened } from './opened.ts';

/** What is not finished before a project can be closed: what blocks first, then what is only told. */
export function ClosingList({ opened }: { readonly opened: Pick<Opened, 'openEnds' | 'project'> }) {
  const t = useT('projects');
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
        {openEnds.map((one) => (
          <li key={`${one.code} ${one.about} ${one.place}`}>
            <StateLine
              kind={one.grade === 'blocks' && !isClosed ? 'stopped' : 'waiting'}
              clock={
                one.place !== undefined
                  ? promises(`place.${one.place}`)
                  : one.words === undefined
                    ? undefined
                    : [t('closing.instead', { words: one.words }), one.source].filter(Boolean).join(', ')
              }
            >
              {t(`closing.${one.code}`, {
                about: one.code === 'report-part' ? t(`report-part.${one.about}`) : (one.about ?? ''),
                sum: format.money(one.cents),
              })}
            </StateLine>
          </li>
        ))}
      </ul>
    </>
  );
}
