import type { ReactNode } from 'react';
import type { Notice as NoticeData } from '../context.ts';
import { useT } from '../i18n/use.ts';
import { Icon } from './icon.tsx';

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

/** The sentences left by the page before. */
export function Notices({ notices }: { readonly notices: readonly NoticeData[] }) {
  const t = useT('common');
  return (
    <div className="notices" role="status">
      {notices.map((notice) => (
        <Notice key={`${notice.key}${JSON.stringify(notice.values ?? '')}`} kind={notice.kind}>
          <p>{t(notice.key, notice.values)}</p>
        </Notice>
      ))}
    </div>
  );
}
