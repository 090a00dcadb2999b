import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '../i18n/use.ts';
import { Icon } from './icon.tsx';
import { type Perhaps, present } from './perhaps.ts';

export type StateLineProps = {
  /** The colour and sign only repeat what the sentence says. */
  readonly kind: 'waiting' | 'done' | 'late' | 'stopped' | 'info';
  /** A plain sentence with its holder: "Odottaa Konepaja Virran vastausta". */
  readonly children: ReactNode;
  /** The clock: "2 työpäivää", "3.12. mennessä". */
  readonly clock?: ReactNode;
};

const stateIcons = {
  waiting: 'waiting',
  done: 'success',
  late: 'warning',
  stopped: 'stopped',
  info: 'info',
} as const;

/** A state is a sentence with a holder and a clock, not a grey label. */
export function StateLine({ kind, children, clock }: StateLineProps) {
  return (
    <span className={`state state--${kind}`}>
      <Icon name={stateIcons[kind]} />
      <span>
        {children}
        {clock !== undefined && <span className="clock"> – {clock}</span>}
      </span>
    </span>
  );
}

export type Step = {
  readonly key: string;
  readonly label: ReactNode;
  readonly state: 'done' | 'current' | 'coming';
  readonly note?: ReactNode;
};

/** Where we are in something that has an order. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const t = useT('common');
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.key}
          className={`step step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="step-sign" aria-hidden="true">
            {step.state === 'done' ? <Icon name="done" /> : at + 1}
          </span>
          <span className="step-text">
            <span className="step-label">
              {step.label}
              <span className="hidden"> ({t(`step.${step.state}`)})</span>
            </span>
            {step.note !== undefined && <span className="step-note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Terms and what they are. An absent value is said to be unknown, not left empty. */
export function DefinitionList({
  items,
}: {
  readonly items: readonly Perhaps<{ readonly term: string; readonly value: ReactNode }>[];
}) {
  const t = useT('common');
  return (
    <dl className="definitions">
      {present(items).map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === undefined || value === null || value === '' ? t('unknown') : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Sides of one thing, each with its own address. */
export function TabLinks({
  label,
  tabs,
  minor = false,
}: {
  readonly label: string;
  readonly tabs: readonly {
    readonly to: string;
    readonly label: string;
    readonly count?: number | undefined;
    /** Holds deeper pages too: it is this one although the address is another. */
    readonly current?: boolean | undefined;
  }[];
  /** Under other tabs. */
  readonly minor?: boolean;
}) {
  const { pathname } = useLocation();
  return (
    <nav className={minor ? 'tabs tabs--minor' : 'tabs'} aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={
                pathname === tab.to.split('?')[0] ? 'page' : tab.current === true ? 'true' : undefined
              }
            >
              {tab.label}
              {tab.count !== undefined && <span className="tab-count"> {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Nothing here: says why, and what comes next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
      {action !== undefined && <div className="actions">{action}</div>}
    </div>
  );
}

/** Short words of one kind: skills, languages, cards. */
export function Words({
  label,
  words,
}: {
  readonly label: string;
  readonly words: readonly {
    readonly key: string;
    readonly text: ReactNode;
    readonly kind?: 'fits' | 'missing' | 'wish';
  }[];
}) {
  return (
    <ul className="tags" aria-label={label}>
      {words.map((word) => (
        <li key={word.key} className={`tag tag--${word.kind ?? 'plain'}`}>
          {word.text}
        </li>
      ))}
    </ul>
  );
}

/** A thing in a list that is not a table: what it is, its state, its one button. */
export function Card({
  title,
  to,
  level = 3,
  state,
  children,
  actions,
}: {
  readonly title: ReactNode;
  readonly to?: string;
  readonly level?: 2 | 3 | 4;
  readonly state?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="card">
      <Heading className="card-title">{to === undefined ? title : <Link to={to}>{title}</Link>}</Heading>
      {state}
      {children}
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  );
}

/** What is to be done next, raised above the facts: the state as a sentence, why, and the act itself. One a page. */
export function NextBox({
  id = 'next',
  title,
  kind = 'waiting',
  children,
}: {
  readonly id?: string;
  readonly title: string;
  readonly kind?: 'waiting' | 'late' | 'done';
  readonly children: ReactNode;
}) {
  return (
    <section className={`next next--${kind}`} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/**
 * More of the same thing for the one who wants it. Works without JavaScript. With `act`, what unfolds is the form of an
 * act, and it looks like a button: a main act is never a small triangle.
 */
export function Details({
  summary,
  children,
  open,
  act,
  id,
  prints = false,
}: {
  /** When something links to it. It stands inside, where a link unfolds it without JavaScript too. */
  readonly id?: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean | undefined;
  readonly act?: 'primary' | 'secondary';
  /** What it holds is facts, which stand on paper whether it is open or not. */
  readonly prints?: boolean;
}) {
  const look = ['details', act !== undefined && 'details--act', prints && 'details--prints'].filter(Boolean);
  return (
    <details className={look.join(' ')} open={open}>
      <summary className={act === undefined ? undefined : `button button--${act}`}>{summary}</summary>
      <div id={id} className="details-inside">
        {children}
      </div>
    </details>
  );
}

/** Words in another language than the page's: marked so that they are read aloud right. */
export function InLanguage({
  language,
  children,
}: {
  readonly language: string;
  readonly children: ReactNode;
}) {
  return <span lang={language}>{children}</span>;
}

/** What a row of the work list is made of. */
export type Need = {
  readonly key: string;
  readonly to: string;
  /** Who or what. */
  readonly title: string;
  /** What is waited for, as a sentence. */
  readonly what: ReactNode;
  /** Why it is here. */
  readonly why: ReactNode;
  /** Since when, or until when. */
  readonly clock?: ReactNode;
  readonly late?: boolean | undefined;
  /** The one button that moves it on. */
  readonly act: string;
};

/** What needs me now: who, what, since when, why it is here, and the one button that moves it on. */
export function NeedList({
  id,
  needs,
  empty,
}: {
  readonly id: string;
  readonly needs: readonly Need[];
  readonly empty?: ReactNode;
}) {
  if (needs.length === 0)
    return <div className="empty">{typeof empty === 'string' ? <p>{empty}</p> : empty}</div>;
  return (
    <ul className="needs" id={id}>
      {needs.map((need) => (
        <li key={need.key} className={need.late === true ? 'need need--late' : 'need'}>
          <div className="need-text">
            <p className="need-title">{need.title}</p>
            <p>
              <StateLine kind={need.late === true ? 'late' : 'waiting'} clock={need.clock}>
                {need.what}
              </StateLine>
            </p>
            <p className="need-why">{need.why}</p>
          </div>
          <Link className="button button--secondary" to={need.to}>
            <span>
              {need.act}
              <span className="hidden">: {need.title}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
