import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../i18n/use.ts';

export type PageProps = {
  readonly title: ReactNode;
  /** The title as plain text for the browser's tab; needed when `title` is not a text. */
  readonly browserTitle?: string;
  /** One or two sentences: what this page answers. */
  readonly lead?: ReactNode;
  /** The way here, without the first page and this page. */
  readonly breadcrumbs?: readonly { readonly to: string; readonly label: string }[];
  /** Buttons beside the title: the next step first. */
  readonly actions?: ReactNode;
  /** Wide pages hold tables; others keep a line short enough to read. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
};

/** One page: its title, the way here, what it answers, and the next step. */
export function Page({ title, browserTitle, lead, breadcrumbs, actions, wide, children }: PageProps) {
  const t = useT('common');
  const words = browserTitle ?? (typeof title === 'string' ? title : '');
  return (
    <article className={wide === true ? 'page page--wide wrap' : 'page wrap'}>
      <title>{words === '' ? 'Polku' : `${words} – Polku`}</title>
      {breadcrumbs !== undefined && breadcrumbs.length > 0 && (
        <nav className="breadcrumbs" aria-label={t('breadcrumbs')}>
          <ol>
            {[{ to: '/', label: t('home') }, ...breadcrumbs].map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
            <li aria-current="page">{words}</li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
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
