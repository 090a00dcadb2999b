import type { ViewerContext } from '#access';
import type { ConsentField } from '#kernel/consent-fields.ts';
import { type ConsentState, endsAt, stateOf } from '#kernel/consent-state.ts';
import { inLanguage } from '#kernel/localised.ts';
import type { ConsentRow } from '../db/consents.db.ts';
import { copyKey, type DisclosureRow } from '../db/disclosures.db.ts';
import type { NoticeText } from '../db/notices.db.ts';
import type { ReceiverCard } from '../db/receivers.db.ts';
import { lastDay } from '../domain/period.ts';
import type { Named } from '../domain/share-profile.ts';
import { inOrder } from '../domain/share-profile.ts';

/** A receiver by name, in the viewer's language. */
export interface ReceiverView {
  kind: 'organisation' | 'company' | 'event';
  id: string;
  name: Named;
}

/** One consent as its page tells it. */
export interface ConsentView {
  id: string;
  step: 1 | 2;
  /** The first step that a second one stands on. */
  underId?: string | undefined;
  receiver: ReceiverView;
  fields: ConsentField[];
  /** Without the name among the fields the receiver sees a sign. */
  nameless: boolean;
  state: ConsentState;
  /** Last whole day on which it is in force, if nothing ends it before. */
  until: string;
  givenAt: string;
  givenHow: 'own-account' | 'in-person' | 'mandate';
  mandateNote?: string | undefined;
  withdrawnAt?: string | undefined;
  /** Times opened, booklets printed, and booklets and copies whose destruction is waited for. */
  shown: { opened: number; printed: number; awaited: number; matched?: number };
}

export function consentView(
  context: ViewerContext,
  row: ConsentRow,
  disclosures: readonly DisclosureRow[],
): ConsentView {
  const mine = disclosures.filter((disclosure) => disclosure.consentId === row.id);
  const printed = mine.filter((item) => item.form === 'print');
  return {
    id: row.id,
    step: row.step,
    underId: row.underId ?? undefined,
    receiver: receiverView(context, row.receiver),
    fields: inOrder(row.fields),
    nameless: !row.fields.includes('name'),
    state: stateOf(row, context.now),
    until: lastDay(endsAt(row)),
    givenAt: row.givenAt,
    givenHow: row.givenHow,
    mandateNote: row.mandateNote ?? undefined,
    withdrawnAt: row.withdrawnAt ?? undefined,
    shown: {
      opened: mine.filter((item) => item.form !== 'print').length,
      printed: printed.length,
      awaited: new Set(
        mine.filter((item) => item.destructionAskedAt && !item.destructionConfirmedAt).map(copyKey),
      ).size,
    },
  };
}

export function receiverView(
  context: ViewerContext,
  receiver: Pick<ReceiverCard, 'kind' | 'id' | 'names'>,
): ReceiverView {
  return {
    kind: receiver.kind,
    id: receiver.id,
    name: inLanguage(receiver.names, context.viewer.language),
  };
}

/** The whole notice as one text, as it was shown. */
export function plainText(text: NoticeText): string {
  return [text.title, ...text.sections.map((section) => `${section.heading}: ${section.text}`)].join('\n\n');
}
