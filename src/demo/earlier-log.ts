import type { Insertable } from 'kysely';
import { saltsFor } from '#audit';
import type { Tables } from '#db/tables.ts';
import { newId } from '#kernel/ids.ts';
import type { DemonstrationArea } from './shapes.ts';

/** The log that the invented past would have left: consents given, people introduced, mappings made. */
export function logRows(area: DemonstrationArea): Insertable<Tables['audit.entry']>[] {
  const users = new Map(area.users.map((user) => [user.id, user]));
  const entry = (
    at: string,
    userId: string,
    action: string,
    purpose: string,
    clientId: string,
    details: object = {},
  ) => {
    const user = users.get(userId);
    return {
      id: newId(),
      at,
      account_id: userId,
      role: user?.role ?? 'expert',
      organisation_id: user?.organisationId ?? null,
      company_id: user?.companyId ?? null,
      action,
      purpose,
      subjects: [clientId],
      salts: saltsFor([clientId]),
      outcome: 'permitted',
      details: JSON.stringify(details),
    };
  };
  const responsible = new Map(
    area.responsibilities.map((responsibility) => [responsibility.clientId, responsibility.userId]),
  );
  return [
    ...area.mappings.flatMap((mapping) => {
      const worker = responsible.get(mapping.clientId);
      return worker && mapping.completedOn
        ? [
            entry(
              `${mapping.completedOn}T09:30:00Z`,
              worker,
              'skills.complete-mapping',
              'employment-service',
              mapping.clientId,
            ),
          ]
        : [];
    }),
    ...area.consents.map((consent) =>
      entry(consent.givenAt, consent.givenById, 'consents.give-consent', 'own-data', consent.clientId, {
        fields: consent.fields,
      }),
    ),
    ...area.introductions.map((introduction) =>
      entry(
        introduction.introducedAt,
        introduction.introducedById,
        'introductions.introduce',
        'recruitment',
        introduction.clientId,
        {
          vacancyId: introduction.vacancyId,
        },
      ),
    ),
    ...area.introductionSteps.flatMap((step) =>
      step.userId && step.state !== 'waiting'
        ? [
            entry(step.at, step.userId, 'introductions.answer', 'recruitment', step.clientId, {
              answer: step.state,
            }),
          ]
        : [],
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
}
