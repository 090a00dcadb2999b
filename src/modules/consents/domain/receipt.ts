/** What a receipt is made of. Instants are ISO strings. */
export interface ReceiptSource {
  consentId: string;
  clientId: string;
  givenAt: string;
  validTo: string;
  withdrawnAt: string | null;
  givenHow: string;
  givenBy: string;
  mandateNote: string | null;
  fields: string[];
  purpose: string;
  receiver: { kind: 'organisation' | 'company' | 'event'; id: string; name: string };
  notice: { id: string; purpose: string; version: number; language: string; title: string; text: string };
  gdprBasis: string;
  secrecyBasis: string | null;
  controller: { id: string; name: string } | undefined;
  madeAt: string;
}

/**
 * The receipt in the structure of ISO/IEC TS 27560:2023 (record header, PII processing, party identification, events),
 * under its field names; `polku:` marks the few that it does not have.
 */
export function receiptOf(source: ReceiptSource) {
  const parties = [
    ...(source.controller
      ? [{ party_id: source.controller.id, party_name: source.controller.name, party_role: 'pii-controller' }]
      : []),
    {
      party_id: source.receiver.id,
      party_name: source.receiver.name,
      party_role: 'recipient-third-party',
      party_type: source.receiver.kind,
    },
    { party_id: source.clientId, party_role: 'pii-principal' },
  ];
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    receipt_id: `${source.consentId}:${source.madeAt}`,
    receipt_issued: source.madeAt,
    consent_record: {
      record_id: source.consentId,
      pii_principal_id: source.clientId,
      pii_processing: {
        privacy_notice: {
          notice_id: source.notice.id,
          notice_version: source.notice.version,
          notice_title: source.notice.title,
          'polku:text': source.notice.text,
        },
        language: source.notice.language,
        purposes: [
          {
            purpose: source.purpose,
            purpose_type: source.notice.purpose,
            lawful_basis: `GDPR ${source.gdprBasis}`,
            'polku:secrecy_basis': source.secrecyBasis,
            pii_information: source.fields.map((field) => ({
              pii_type: field,
              pii_optional: true,
              special_pii_category: false,
            })),
            pii_controllers: source.controller ? [source.controller.id] : [],
            collection_method: 'given by the person or with the person in the skills mapping',
            processing_method: 'shown at the instant of reading; never copied',
            storage_locations: ["as told in the controller's own privacy notice"],
            retention_period: `shown until ${source.validTo} at the latest`,
            service: 'Polku',
            jurisdiction: 'FI',
            recipient_third_parties: [source.receiver.id],
            withdrawal_method: 'own page /my/consents, or through the own adviser; effect at once',
            privacy_rights: [
              'access',
              'rectification',
              'withdrawal of consent',
              'complaint to the supervisory authority',
            ],
          },
        ],
      },
      party_identification: parties,
      event: [
        {
          event_time: source.givenAt,
          validity_duration: `${source.givenAt}/${source.validTo}`,
          entity_id: source.givenBy,
          event_type: 'explicit-consent',
          event_state: 'consent-given',
          'polku:given_how': source.givenHow,
          ...(source.mandateNote ? { 'polku:mandate': source.mandateNote } : {}),
        },
        ...(source.withdrawnAt
          ? [
              {
                event_time: source.withdrawnAt,
                entity_id: source.clientId,
                event_type: 'explicit-consent',
                event_state: 'consent-withdrawn',
              },
            ]
          : []),
      ],
    },
  };
}
