import type { ReactNode } from 'react';
import { useT } from '../i18n/use.ts';
import { Button, Details } from '../ui/index.ts';

/** A name of the vocabulary; marked with its language when it is not the page's. */
export function Name({
  words,
}: {
  readonly words: { readonly text: string; readonly language?: string | undefined };
}) {
  return words.language === undefined ? words.text : <span lang={words.language}>{words.text}</span>;
}

/** The level as three dots for the eye and as words for everybody. */
export function LevelWords({ level }: { readonly level: number }) {
  const t = useT('skills');
  return (
    <span className="level">
      <span className="level-dots" aria-hidden="true">
        {'●'.repeat(level)}
        {'○'.repeat(3 - level)}
      </span>{' '}
      {t(`level-short.${level}`)}
    </span>
  );
}

/** One thing of the mapping: what it is, the facts about it, and the form that changes it. */
export function Row(props: {
  readonly title: ReactNode;
  readonly facts: ReactNode;
  /** Names the row to a screen reader: "Muuta: hitsaus". */
  readonly about: string;
  readonly open?: boolean;
  readonly form?: ReactNode;
}) {
  const t = useT('skills');
  return (
    <li className="row">
      <p className="row-title">{props.title}</p>
      <p className="row-facts">{props.facts}</p>
      {props.form !== undefined && (
        <Details
          open={props.open === true}
          summary={
            <>
              {t('change-it')}
              <span className="hidden">: {props.about}</span>
            </>
          }
        >
          {props.form}
        </Details>
      )}
    </li>
  );
}

/** The buttons of a row's form. Removing can be undone, so it asks nothing. */
export function RowButtons({ about }: { readonly about: string }) {
  const t = useT('skills');
  return (
    <div className="actions">
      <Button name="intent" value="save" about={about}>
        {t('save')}
      </Button>
      <Button name="intent" value="remove" look="danger" about={about}>
        {t('remove')}
      </Button>
    </div>
  );
}

/** Hidden fields of a form. */
export function Hidden({ values }: { readonly values: Readonly<Record<string, string | undefined>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value ?? ''} />
  ));
}

/** A form that adds; it opens by itself when something in it was wrong. */
export function Adding(props: {
  readonly id: string;
  readonly summary: string;
  readonly open: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className="adding" id={props.id}>
      <Details summary={props.summary} open={props.open}>
        {props.children}
      </Details>
    </div>
  );
}
