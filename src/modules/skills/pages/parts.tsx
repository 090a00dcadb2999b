import type { ReactNode } from 'react';
import { useT } from '#web/i18n/use.ts';
import { Details, FoldedForm, UseCaseForm, type UseCaseFormProps } from '#web/ui/index.ts';

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

type Form = UseCaseFormProps['form'];

/** One thing of the mapping: what it is, the facts about it, the form that changes it, and the one that removes it. */
export function Row(props: {
  readonly title: ReactNode;
  readonly facts: ReactNode;
  /** Names the row to a screen reader: "Muuta: hitsaus". */
  readonly about: string;
  /** Names the row to its forms. */
  readonly row: string;
  /** The row as its forms name it, and as it was seen. */
  readonly subject: string;
  readonly seen: string;
  readonly hidden: UseCaseFormProps['hidden'];
  readonly change: Form | undefined;
  readonly remove: Form | undefined;
  readonly result: UseCaseFormProps['result'];
  readonly fields?: ReactNode;
  readonly after?: ReactNode;
}) {
  const t = useT('skills');
  const { change, remove, row, about, result } = props;
  const sent = (result as { readonly form?: string } | undefined)?.form;
  const label = `${t('change-it')}: ${about}`;
  return (
    <li className="row">
      <p className="row-title">{props.title}</p>
      <p className="row-facts">{props.facts}</p>
      {change !== undefined && remove !== undefined && (
        <Details
          open={sent === `${change.id}~${row}` || sent === `${remove.id}~${row}`}
          summary={
            <>
              {t('change-it')}
              <span className="hidden">: {about}</span>
            </>
          }
        >
          <UseCaseForm
            form={change}
            row={row}
            hidden={props.hidden}
            result={result}
            label={label}
            about={about}
          >
            {props.fields}
          </UseCaseForm>
          <UseCaseForm
            form={remove}
            row={row}
            hidden={{ subject: props.subject, seen: props.seen }}
            result={result}
            label={`${t('remove')}: ${about}`}
            about={about}
            look="danger"
          />
          {props.after}
        </Details>
      )}
    </li>
  );
}

/** A form that adds; it opens by itself when something in it was wrong. */
export function Adding({
  form,
  ...props
}: {
  readonly form: Form | undefined;
  readonly summary: string;
  readonly open?: boolean;
  readonly result: UseCaseFormProps['result'];
}) {
  return (
    form !== undefined && (
      <div className="adding">
        <FoldedForm form={form} {...props} />
      </div>
    )
  );
}
