import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../i18n/use.ts';
import { type Perhaps, present } from './perhaps.ts';
import { GoneForm, useRefusal } from './refused.tsx';

/** A step of the way to a page; `lang` when its words are a name that stays in its own language. */
export type Crumb = { readonly to: string; readonly label: string; readonly lang?: string | undefined };

export type PageProps = {
  readonly title: ReactNode;
  /** The title as plain text for the browser's tab; needed when `title` is not a text. */
  readonly browserTitle?: string;
  /** The language of the title, when it is a name that stays in its own. */
  readonly lang?: string | undefined;
  /** One or two sentences: what this page answers. */
  readonly lead?: ReactNode;
  /** The way here, without the first page and this page. */
  readonly breadcrumbs?: readonly Perhaps<Crumb>[];
  /** Buttons beside the title: the next step first. */
  readonly actions?: ReactNode;
  /** Wide pages hold tables; others keep a line short enough to read. */
  readonly wide?: boolean;
  /** What stands beside the page on a wide window and after it on a narrow one: contacts, days, ways on. */
  readonly aside?: ReactNode;
  /** With `aside`: what needs the whole width, under the columns. */
  readonly below?: ReactNode;
  readonly children?: ReactNode;
};

/** One page: its title, the way here, what it answers, and the next step. */
export function Page({
  title,
  browserTitle,
  lang,
  lead,
  breadcrumbs,
  actions,
  wide,
  aside,
  below,
  children,
}: PageProps) {
  const t = useT('common');
  const f = useT('forms');
  const words = browserTitle ?? (typeof title === 'string' ? title : '');
  const full = words === '' ? 'Polku' : `${words} – Polku`;
  return (
    <article
      className={['page', wide === true && 'page--wide', aside !== undefined && 'page--aside', 'wrap']
        .filter(Boolean)
        .join(' ')}
    >
      <title>{useRefusal() !== undefined ? f('error-title', { title: full }) : full}</title>
      {breadcrumbs !== undefined && present(breadcrumbs).length > 0 && (
        <nav className="breadcrumbs" aria-label={t('breadcrumbs')}>
          <ol>
            {[{ to: '/', label: t('home') } as Crumb, ...present(breadcrumbs)].map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to} lang={crumb.lang}>
                  {crumb.label}
                </Link>
              </li>
            ))}
            <li aria-current="page" lang={lang}>
              {words}
            </li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <h1 lang={lang}>{title}</h1>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {lead !== undefined && <p className="lead">{lead}</p>}
      <GoneForm />
      {aside === undefined ? (
        children
      ) : (
        <div className="page-columns">
          <div className="page-main">{children}</div>
          <aside className="page-aside" aria-label={t('beside')}>
            {aside}
          </aside>
        </div>
      )}
      {below}
    </article>
  );
}

export type SectionProps = {
  readonly id: string;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ id, title, lead, actions, level = 2, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="section" aria-labelledby={`${id}-title`} id={id}>
      <div className="section-head">
        <Heading id={`${id}-title`}>{title}</Heading>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {lead !== undefined && <p>{lead}</p>}
      {children}
    </section>
  );
}

/** What a long page holds, as links to its parts; each may have parts of its own. */
export function Contents({
  parts,
}: {
  readonly parts: readonly (ContentsPart & { readonly parts?: readonly ContentsPart[] })[];
}) {
  const t = useT('common');
  return (
    <nav aria-label={t('contents')} className="contents no-print">
      <ul>
        {parts.map(({ id, title, parts: inside = [] }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            {inside.length > 0 && (
              <ul>
                {inside.map((part) => (
                  <li key={part.id}>
                    <a href={`#${part.id}`}>{part.title}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
type ContentsPart = { readonly id: string; readonly title: ReactNode };

/** A part of what stands beside the page. */
export function AsidePart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="aside-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
