import { Link } from 'react-router';
import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button, PolkuForm } from '../ui/index.ts';

/** A part in the tree: its name leads to its form; up, down, away. All of it can be taken back by discarding the copy. */
export function EditRow({
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
  readonly to: string;
  readonly language: string;
  readonly revision: number;
  readonly result: FormResult | undefined;
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
    <PolkuForm id={`part-${id ?? `${list}-${at}`}`} result={result} label={title} inline>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {list !== undefined && <input type="hidden" name="list" value={list} />}
      {at !== undefined && <input type="hidden" name="at" value={at} />}
      <input type="hidden" name="revision" value={revision} />
      <Link to={to} lang={language} className={strong === true ? 'row-title' : undefined}>
        {title}
      </Link>
      {order && (
        <>
          <Button look="quiet" icon="up" name="intent" value="up" about={title}>
            {t('edit.up')}
          </Button>
          <Button look="quiet" icon="down" name="intent" value="down" about={title}>
            {t('edit.down')}
          </Button>
        </>
      )}
      <Button look="quiet" name="intent" value="remove" about={title}>
        {t('common:remove')}
      </Button>
    </PolkuForm>
  );
}
