import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '../i18n/use.ts';
import { addressWithout } from './address.ts';
import { Button } from './button.tsx';
import { AddressForm } from './form.tsx';
import { Icon } from './icon.tsx';

/** A filter in force: its name and value in the address, and the words the user knows it by. */
export type ActiveFilter = { readonly name: string; readonly value: string; readonly label: string };

export type FiltersProps = {
  readonly id: string;
  readonly label: string;
  /** The fields; SearchField first. */
  readonly children: ReactNode;
  readonly active: readonly ActiveFilter[];
  /** Without fields of its own button (SearchField has one). */
  readonly button?: boolean;
};

/** Search and filters of a list. What is in force stands as words that can be taken away one by one, and in the address. */
export function Filters({ id, label, children, active, button = true }: FiltersProps) {
  const t = useT('common');
  const location = useLocation();
  const { pathname, search } = location;
  const given = new URLSearchParams(search);
  const values = Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
  return (
    <search className="filters">
      {/* A new address is a new form: the fields show what is in force. */}
      <AddressForm key={search} id={id} label={label} values={values}>
        <div className="filter-fields">{children}</div>
        {button && <Button look="secondary" label={t('filter')} />}
      </AddressForm>
      {active.length > 0 && (
        <div className="words">
          <p id={`${id}-active`}>{t('filters-active')}</p>
          <ul aria-labelledby={`${id}-active`}>
            {active.map(({ name, value, label: words }) => (
              <li key={`${name}=${value}`}>
                <Link className="word" to={addressWithout(location, name, value)}>
                  <span className="hidden">{t('filter-remove')} </span>
                  {words}
                  <Icon name="close" />
                </Link>
              </li>
            ))}
            <li>
              <Link to={pathname}>{t('filters-clear')}</Link>
            </li>
          </ul>
        </div>
      )}
    </search>
  );
}
