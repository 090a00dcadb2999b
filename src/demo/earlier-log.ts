import type { Insertable } from 'kysely';
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
      outcome: 'permitted',
      details: JSON.stringify(details),
    };
  };
  const responsible = new Map(area.responsibilities.map((one) => [one.clientId, one.userId]));
  return [
    ...area.mappings.flatMap((one) => {
      const worker = responsible.get(one.clientId);
      return worker && one.completedOn
        ? [
            entry(
              `${one.completedOn}T09:30:00Z`,
              worker,
              'skills.complete-mapping',
              'employment-service',
              one.clientId,
            ),
          ]
        : [];
    }),
    ...area.consents.map((one) =>
      entry(one.givenAt, one.givenById, 'consents.give-consent', 'own-data', one.clientId, {
        fields: one.fields,
      }),
    ),
    ...area.introductions.map((one) =>
      entry(one.introducedAt, one.introducedById, 'introductions.introduce', 'recruitment', one.clientId, {
        vacancyId: one.vacancyId,
      }),
    ),
    ...area.introductionSteps.flatMap((one) =>
      one.userId && one.state !== 'waiting'
        ? [
            entry(one.at, one.userId, 'introductions.answer', 'recruitment', one.clientId, {
              answer: one.state,
            }),
          ]
        : [],
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
}
