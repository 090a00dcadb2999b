import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { responsibleFor } from '../db/accounts.db.ts';
import { consentsOf } from '../db/consents.db.ts';
import { getNotice } from '../db/notices.db.ts';
import { receiptOf } from '../domain/receipt.ts';
import { personOf, readsConsents, subjectOf } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { consentView, plainText } from './views.ts';

/** The receipt of one consent: for the person to read and print, and as a record for machines (ISO/IEC TS 27560). */
export const receipt = defineUseCase({
  name: 'consents.receipt',
  purpose: 'own-data',
  input: OfPerson.extend({ consentId: Id }),
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['consent-not-found'],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const [row] = await consentsOf(context, clientId, input.consentId);
    if (!row) return err({ code: 'consent-not-found' });
    const notice = await getNotice(context, row.noticeId);
    const text = notice.texts[row.noticeLanguage];
    const responsible = await responsibleFor(context, clientId);
    const names = responsible ? await organisationNames(context, [responsible.organisationId]) : new Map();
    const controllerName = responsible && names.get(responsible.organisationId);
    const controller =
      responsible && controllerName
        ? { id: responsible.organisationId, name: inLanguage(controllerName, row.noticeLanguage).text }
        : undefined;
    return ok({
      consent: consentView(context, row, []),
      notice: { version: notice.version, language: row.noticeLanguage, ...text },
      controller: controller?.name,
      gdprBasis: notice.gdprBasis,
      secrecyBasis: notice.secrecyBasis ?? undefined,
      record: receiptOf({
        consentId: row.id,
        clientId,
        givenAt: row.givenAt,
        validTo: row.validTo,
        withdrawnAt: row.withdrawnAt,
        givenHow: row.givenHow,
        givenBy: row.givenBy,
        mandateNote: row.mandateNote,
        fields: row.fields,
        purpose: text.title,
        receiver: {
          kind: row.receiver.kind,
          id: row.receiver.id,
          name: inLanguage(row.receiver.names, row.noticeLanguage).text,
        },
        notice: {
          id: notice.id,
          purpose: notice.purpose,
          version: notice.version,
          language: row.noticeLanguage,
          title: text.title,
          text: plainText(text),
        },
        gdprBasis: notice.gdprBasis,
        secrecyBasis: notice.secrecyBasis,
        controller,
        madeAt: context.now.toISOString(),
      }),
    });
  },
});
