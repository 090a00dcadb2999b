import { useId } from 'react';
import type { projects } from '#projects';
import type { OutputOf } from '#use-case';
import { useT } from '../i18n/use.ts';

type Opened = OutputOf<(typeof projects)['openPromises']>;

const lineHeight = 19;

/**
 * Measures, outputs, results and what is counted, with lines between; what stands alone says on which side. The same as a
 * table underneath. On a narrow window the picture is moved sideways inside its own frame.
 */
export function TraceChart({
  picture,
  matrix,
  caption,
}: Pick<Opened, 'picture' | 'matrix'> & { readonly caption: string }) {
  const t = useT('promises');
  const c = useT('common');
  const title = useId();
  const { width, height, heads, boxes, lines } = picture;
  // A line from an output to what counts it passes the results: it is drawn lighter, so that it is not read as theirs.
  const columns = heads.map(({ column }) => column);
  const placeOf = new Map(boxes.map(({ node }) => [node.id, columns.indexOf(node.column)]));
  const passes = (from: string, to: string) => (placeOf.get(to) ?? 0) - (placeOf.get(from) ?? 0) > 1;
  return (
    <figure className="chart chart--wide">
      <figcaption id={title}>{caption}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="trace-place" tabIndex={0} aria-label={t('picture-place')}>
        <svg viewBox={`-2 0 ${width + 4} ${height}`} aria-hidden="true" focusable="false" className="trace">
          {heads.map((head) => (
            <text key={head.column} x={head.x} y={18} className="trace-head">
              {t(`column.${head.column}`)}
            </text>
          ))}
          {lines.map((line) => (
            <path
              key={`${line.from} ${line.to}`}
              d={line.path}
              className={passes(line.from, line.to) ? 'trace-line trace-line--passing' : 'trace-line'}
            />
          ))}
          {boxes.map((box) => (
            <g key={box.node.id} transform={`translate(${box.x} ${box.y})`}>
              <rect
                width={box.width}
                height={box.height}
                rx={3}
                className={box.orphan.length > 0 ? 'trace-box trace-box--orphan' : 'trace-box'}
              />
              {box.lines.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
                <text key={at} x={10} y={23 + at * lineHeight} className="trace-text">
                  {text}
                </text>
              ))}
              {box.orphan.map((kind, at) => (
                <text
                  key={kind}
                  x={10}
                  y={23 + (box.lines.length + at) * lineHeight}
                  className="trace-text trace-text--orphan"
                >
                  ! {t(`orphan.${kind}`)}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </section>
      <details className="details">
        <summary>
          {c('table')}
          <span className="hidden">: {caption}</span>
        </summary>
        <div className="table-place">
          <table className="table" aria-labelledby={title}>
            <thead>
              <tr>
                <th scope="col">{t('matrix.what')}</th>
                <th scope="col">{t('matrix.kind')}</th>
                <th scope="col">{t('matrix.leads')}</th>
                <th scope="col">{t('matrix.counted')}</th>
                <th scope="col">{t('matrix.missing')}</th>
              </tr>
            </thead>
            <tbody>
              {matrix.map(({ node, joined, orphan }) => (
                <tr key={node.id}>
                  <th scope="row">{node.label}</th>
                  <td>{t(`one.${node.column}`)}</td>
                  <td>
                    <Labels nodes={[...(joined.output ?? []), ...(joined.result ?? [])]} />
                  </td>
                  <td>
                    <Labels nodes={joined.fact ?? []} />
                  </td>
                  <td>{orphan.map((kind) => t(`orphan.${kind}`)).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Labels({ nodes }: { readonly nodes: readonly { readonly id: string; readonly label: string }[] }) {
  if (nodes.length === 0) return <>–</>;
  return (
    <ul className="plain-list">
      {nodes.map((node) => (
        <li key={node.id}>{node.label}</li>
      ))}
    </ul>
  );
}
