import type { Block, Document, Table } from '#documents';
import { BarChart } from '#web/charts/bar-chart.tsx';
import { DataTable } from '#web/ui/index.ts';

export type DocumentViewProps = {
  readonly document: Document;
  /** The language of what people wrote, when it is another than the document's, and all their texts. */
  readonly written?: { readonly language: string; readonly texts: ReadonlySet<string> } | undefined;
};

/** The same document as on paper, as a page: headings, tables and the picture with its table. */
export function DocumentView({ document, written }: DocumentViewProps) {
  return (
    <div className="document">
      {document.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is what it is; its blocks never move
        <BlockView key={at} at={at} block={block} written={written} />
      ))}
      {document.footer !== undefined && <p className="source document-footer">{document.footer}</p>}
    </div>
  );
}

type Written = DocumentViewProps['written'];

function BlockView({
  at,
  block,
  written,
}: {
  readonly at: number;
  readonly block: Block;
  readonly written: Written;
}) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <Text written={written}>{block.text}</Text>
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={block.quiet === true ? 'source' : undefined}>
          <Text written={written}>{block.text}</Text>
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Text written={written}>{item}</Text>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView at={at} table={block} written={written} />;
    case 'figure-with-table':
      return (
        <BarChart
          caption={block.table.caption}
          labelName={block.table.columns[0]?.label ?? ''}
          valueName={block.table.columns[1]?.label ?? ''}
          bars={block.bars.map(({ label, value }) => ({ key: label, label, value }))}
          source=""
        />
      );
    case 'new-page':
      return null;
  }
}

function TableView({
  at,
  table,
  written,
}: {
  readonly at: number;
  readonly table: Table;
  readonly written: Written;
}) {
  return (
    <DataTable
      id={`table-${at}`}
      caption={table.caption}
      columns={table.columns.map((column, place) => ({
        key: column.label,
        header: column.label,
        number: column.number === true,
        rowHeader: place === 0,
        cell: (row: { cells: readonly string[] }) => <Text written={written}>{row.cells[place] ?? ''}</Text>,
      }))}
      rows={table.rows.map((cells, place) => ({ key: String(place), cells }))}
      rowKey={(row) => row.key}
      empty=""
    />
  );
}

/** What a person wrote is marked with its language; the rest is the document's own. */
function Text({ written, children }: { readonly written: Written; readonly children: string }) {
  return written?.texts.has(children) ? <span lang={written.language}>{children}</span> : children;
}

/** Every text of a value, for `written`. */
export function textsOf(value: unknown): Set<string> {
  const texts = new Set<string>();
  const take = (row: unknown): void => {
    if (typeof row === 'string') for (const part of [row, ...row.split(/\n\s*\n/)]) texts.add(part.trim());
    else if (row !== null && typeof row === 'object') Object.values(row).forEach(take);
  };
  take(value);
  return texts;
}
