import { Link } from 'react-router';
import type { ShownForm } from '#web/forms/shown.ts';
import { useT } from '#web/i18n/use.ts';
import { Button, UseCaseForm } from '#web/ui/index.ts';

/** A part in the tree: its name leads to its form; up, down, away. All of it can be taken back by discarding the copy. */
export function EditRow({
  form,
  to,
  id,
  list,
  at,
  title,
  language,
  revision,
  result,
  strong,
  order = true,
}: {
  readonly form: ShownForm;
  readonly to: string;
  readonly language: string;
  readonly revision: number;
  readonly result: object | undefined;
  /** A part is named by its id, a row of a list by its place there. */
  readonly id?: string;
  readonly list?: string;
  readonly at?: number;
  readonly title: string;
  readonly strong?: boolean;
  readonly order?: boolean;
}) {
  const t = useT('programmes');
  return (
    <UseCaseForm
      form={form}
      row={id ?? `${list}-${at}`}
      hidden={{ revision, 'change.id': id, 'change.list': list, 'change.at': at }}
      result={result}
      inline
    >
      <Link to={to} lang={language} className={strong === true ? 'row-title' : undefined}>
        {title}
      </Link>
      {order && (
        <>
          <Button look="quiet" icon="up" name="intent" value="up" about={title} label={t('edit.up')} />
          <Button look="quiet" icon="down" name="intent" value="down" about={title} label={t('edit.down')} />
        </>
      )}
      <Button look="quiet" name="intent" value="remove" about={title} label={t('common:remove')} />
    </UseCaseForm>
  );
}
