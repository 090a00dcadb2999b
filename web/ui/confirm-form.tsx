import type { ReactNode } from 'react';
import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button } from './button.tsx';
import { PolkuForm } from './form.tsx';

export type ConfirmFormProps = {
  readonly id: string;
  /** The button that opens the question: "Peru suostumus". */
  readonly summary: string;
  /** What will happen and what can no longer be undone. */
  readonly children: ReactNode;
  /** The words of the act itself. */
  readonly act: string;
  readonly action?: string;
  readonly intent?: string;
  readonly danger?: boolean;
  readonly result?: FormResult | undefined | null;
  /** Names the thing to a screen reader when many stand on a page. */
  readonly about?: string;
};

/** Asks once before what cannot be undone. The question opens in its place, without JavaScript too. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { id, summary, children, act, action, intent, danger = true, result, about } = props;
  const t = useT('common');
  const refused = result !== undefined && result !== null && result.form === id;
  return (
    <details className="confirm" open={refused || undefined}>
      <summary className={danger ? 'button button--danger-quiet' : 'button button--secondary'}>
        {summary}
        {about !== undefined && <span className="hidden">: {about}</span>}
      </summary>
      <div className="confirm-inside">
        <PolkuForm
          id={id}
          action={action}
          result={result}
          label={about === undefined ? summary : `${summary}: ${about}`}
        >
          {children}
          <div className="actions">
            <Button
              look={danger ? 'danger' : 'primary'}
              name={intent === undefined ? undefined : 'intent'}
              value={intent}
            >
              {act}
            </Button>
          </div>
          <p className="help">{t('confirm-close')}</p>
        </PolkuForm>
      </div>
    </details>
  );
}
