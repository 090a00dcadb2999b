import { type ReactNode, useEffect, useState } from 'react';
import { useNavigation } from 'react-router';
import type { Notice as NoticeData } from '../context.ts';
import { useT } from '../i18n/use.ts';
import { Icon } from './icon.tsx';
import type { ShownNotice } from './shell.ts';

export type NoticeProps = {
  readonly kind: NoticeData['kind'];
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read aloud at once when it appears. */
  readonly live?: boolean;
};

/** A sentence apart from the text. The kind is told in words to a screen reader, and by a sign and a colour to the eye. */
export function Notice({ kind, title, children, live }: NoticeProps) {
  const t = useT('common');
  return (
    <div className={`notice notice--${kind}`} role={live === true ? 'status' : undefined}>
      <Icon name={kind} />
      <div className="notice-text">
        <span className="hidden">{t(`notice.${kind}`)}: </span>
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** The sentences left by the page before; they go when something new is sent, for what comes of that is not told yet. */
export function Notices({ notices }: { readonly notices: readonly ShownNotice[] }) {
  const submitting = useNavigation().state === 'submitting';
  const [over, setOver] = useState<readonly ShownNotice[]>();
  useEffect(() => {
    if (submitting) setOver(notices);
  }, [submitting, notices]);
  return (
    <div className="notices" role="status">
      {(over === notices ? [] : notices).map((notice) => (
        <Notice key={notice.text} kind={notice.kind}>
          <p>{notice.text}</p>
        </Notice>
      ))}
    </div>
  );
}
