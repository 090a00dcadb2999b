import { type Day, isWithin } from '#kernel/days.ts';
import { type Finding, inNumber } from '#kernel/findings.ts';
import type { ProjectState } from './draft.ts';
import { missingReportParts } from './final-report.ts';
import type { Plan } from './plan.ts';
import { tooEarly } from './timeline.ts';

/** What is known of a municipality by its code: from when, until when, and what came after. */
export interface KnownMunicipality {
  readonly name: string;
  readonly validFrom: Day;
  readonly validTo?: Day | undefined;
  readonly successor?: string | undefined;
}

/** Organisations that the documents name and that have ended or been replaced (F-26, rules.md C1). */
const ended: readonly { readonly pattern: RegExp; readonly on: Day; readonly successor: string }[] = [
  {
    pattern: /kehittämis- ja hallintokesku/i,
    on: '2025-12-31',
    successor: 'Työllisyys-, kehittämis- ja hallintokeskus',
  },
  {
    pattern: /ELY-kesku|elinkeino-, liikenne- ja ympäristökesku/i,
    on: '2025-12-31',
    successor: 'Elinvoimakeskus',
  },
  { pattern: /TE-toimisto|työ- ja elinkeinotoimisto/i, on: '2024-12-31', successor: 'Työllisyysalue' },
  { pattern: /Kymsote/i, on: '2022-12-31', successor: 'Kymenlaakson hyvinvointialue' },
  { pattern: /kuntakokeilu/i, on: '2024-12-31', successor: 'Työllisyysalue' },
  { pattern: /Siun sote/i, on: '2022-12-31', successor: 'Pohjois-Karjalan hyvinvointialue' },
];

/** The successor of an organisation by the name it is called, when it has ended by the day. */
export function successorOf(name: string, today: Day): { on: Day; successor: string } | undefined {
  return ended.find((row) => row.pattern.test(name) && row.on < today);
}

/** Organisations of the plan that are no more, with who came after (F-26). */
export function endedOrganisations(plan: Plan, today: Day): Finding[] {
  return plan.parts.flatMap((part): Finding[] => {
    const after = successorOf(part.name, today);
    return after
      ? [
          {
            code: 'organisation-has-ended',
            grade: 'notice',
            printed: { kind: 'text', value: part.name },
            computed: { kind: 'text', value: after.successor },
            ...(part.source === undefined ? {} : { source: part.source }),
            hint: { code: 'ended-on', values: { day: { kind: 'day', value: after.on } } },
          },
        ]
      : [];
  });
}

/**
 * Municipalities that end within the project's time (003: Pertunmaa on 31.12.2024), and sets that were valid before the
 * register begins: sets of municipalities are dated (F-20).
 */
export function municipalitySets(
  plan: Plan,
  known: (code: string) => KnownMunicipality | undefined,
  registerBegins: Day,
): Finding[] {
  const { startsOn, endsOn } = plan.identity;
  const municipalities = plan.places.filter((row) => row.kind === 'municipality');
  if (municipalities.length === 0 || startsOn === undefined) return [];
  const found = municipalities.flatMap((place): Finding[] => {
    const item = place.code === undefined ? undefined : known(place.code);
    if (!item?.validTo || !isWithin(item.validTo, startsOn, endsOn)) return [];
    return [
      {
        code: 'municipality-ends-during-project',
        grade: 'notice',
        printed: { kind: 'text', value: place.name },
        ...(item.successor === undefined
          ? {}
          : { computed: { kind: 'text' as const, value: known(item.successor)?.name ?? item.successor } }),
        ...(place.source === undefined ? {} : { source: place.source }),
        hint: { code: 'ended-on', values: { day: { kind: 'day', value: item.validTo } } },
      },
    ];
  });
  if (startsOn < registerBegins)
    found.push({
      code: 'municipalities-before-register',
      grade: 'notice',
      printed: inNumber(municipalities.length),
      ...(municipalities[0]?.source === undefined ? {} : { source: municipalities[0].source }),
      hint: { code: 'register-begins', values: { day: { kind: 'day', value: registerBegins } } },
    });
  return found;
}

/** Mandatory parts of the final report that are empty or hold a mere dash, once the project has ended (F-21). */
export function finalReportParts(plan: Plan, state: ProjectState, today: Day): Finding[] {
  if (state !== 'ended' && state !== 'closed') return [];
  return missingReportParts(plan, today).map(({ part, source, words }) => ({
    code: 'final-report-part-empty',
    grade: 'missing',
    ...(words === undefined ? {} : { printed: { kind: 'text' as const, value: words } }),
    ...(source === undefined ? {} : { source }),
    hint: { code: `report-part.${part}` },
  }));
}

/** Work packages that begin before what they build on has ended. */
export function packageOrder(plan: Plan): Finding[] {
  return tooEarly(plan.workPackages).map(({ code, needs, days }) => ({
    code: 'work-package-starts-early',
    grade: 'warning',
    printed: { kind: 'text', value: code },
    difference: inNumber(days),
    hint: { code: 'builds-on', values: { needs: { kind: 'text', value: needs } } },
  }));
}
