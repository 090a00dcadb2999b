import { Fragment } from 'react';
import { Link } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { page, problem } from '#web/page.ts';
import { Contents, Page, PrintButton } from '#web/ui/index.ts';
import type { Route } from './+types/guide.ts';
import { guideOf, type Picture } from './guides.server.ts';
import { type Block, type Inline, plain } from './parts.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const guide = guideOf(params.guide, page(context).language);
  if (guide === undefined) throw problem(404, { code: 'no-such-page' });
  return guide;
}

/** One guide in the reader's language. */
export default function GuidePage({ loaderData: { title, lead, parts, pictures } }: Route.ComponentProps) {
  const t = useT('help');
  const contents = parts.flatMap((part) =>
    part.kind === 'heading' && part.level === 2 ? [{ id: part.id, title: plain(part.of) }] : [],
  );
  return (
    <Page
      title={title}
      lead={lead}
      breadcrumbs={[{ to: '/help', label: t('title') }]}
      actions={<PrintButton />}
    >
      {contents.length > 1 && <Contents parts={contents} />}
      <div className="guide">
        <Blocks of={parts} pictures={pictures} />
      </div>
    </Page>
  );
}

type Pictures = Readonly<Record<string, Picture>>;

function Blocks({ of, pictures }: { readonly of: readonly Block[]; readonly pictures: Pictures }) {
  return of.map((block, at) => {
    const key = `${block.kind} ${at}`;
    switch (block.kind) {
      case 'heading': {
        const Heading = `h${block.level}` as const;
        return (
          <Heading key={key} id={block.id}>
            <Words of={block.of} />
          </Heading>
        );
      }
      case 'text':
        return (
          <p key={key}>
            <Words of={block.of} />
          </p>
        );
      case 'list': {
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={key}>
            {block.items.map((item) => (
              <li key={JSON.stringify(item)}>
                <Item of={item} pictures={pictures} />
              </li>
            ))}
          </List>
        );
      }
      case 'sample':
        return (
          <pre key={key} className="code">
            <code>{block.text}</code>
          </pre>
        );
      case 'picture':
        return (
          <img key={key} {...pictures[block.from]} alt={block.alt} loading="lazy" className="guide-picture" />
        );
      default:
        return null;
    }
  });
}

/** A row of a list: words without a paragraph of their own when there is nothing else in it. */
function Item({ of, pictures }: { readonly of: readonly Block[]; readonly pictures: Pictures }) {
  const [only, ...more] = of;
  return only?.kind === 'text' && more.length === 0 ? (
    <Words of={only.of} />
  ) : (
    <Blocks of={of} pictures={pictures} />
  );
}

const marks = { name: 'em', strong: 'strong', code: 'code' } as const;

function Words({ of }: { readonly of: readonly Inline[] }) {
  return of.map((part, at) => {
    if (typeof part === 'string') return part;
    const key = `${at} ${plain([part])}`;
    if (part.kind === 'link') {
      const to = addressOf(part.to);
      const inside = <Words of={part.of} />;
      return to === undefined ? (
        <Fragment key={key}>{inside}</Fragment>
      ) : (
        <Link key={key} to={to}>
          {inside}
        </Link>
      );
    }
    const Mark = marks[part.kind];
    return (
      <Mark key={key}>
        <Words of={part.of} />
      </Mark>
    );
  });
}

/** Where a link of a guide leads in the service: another guide or a page. What is beside the sources is only named. */
function addressOf(link: string): string | undefined {
  if (link.startsWith('/')) return link;
  const guide = /^([\w-]+)\.md$/.exec(link)?.[1];
  return guide === undefined ? undefined : `/help/${guide}`;
}
