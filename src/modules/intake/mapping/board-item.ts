import type { BoardItemDraft } from '#governance';
import type { ProjectDraft } from '#projects';
import { bodyKindOf } from '../domain/kinds/board-item.ts';
import type { ReadField } from '../domain/reading.ts';
import { type Facts, given } from './facts.ts';
import { instrumentOf } from './project-codes.ts';

type Draft = (typeof BoardItemDraft)['_output'];
const origin = ({ line, raw }: ReadField) => ({ line, raw: raw.slice(0, 60_000) });
const partKinds = new Set<string>([
  'preparer',
  'background',
  'legal-basis',
  'attachments',
  'presenter',
  'proposal',
  'handling',
  'decision',
  'distribution',
  'appeal',
]);

/** The item as the room of decisions takes it; undefined when body, day or heading is not in the document. */
export function boardItemDraft(facts: Facts, fileName: string): Draft | undefined {
  const body = facts.field('body.name');
  const day = facts.field('meetingOn');
  const heading = facts.field('heading');
  if (typeof body?.value !== 'string' || typeof day?.value !== 'string' || typeof heading?.value !== 'string')
    return undefined;
  const sourced = (path: string) => {
    const text = facts.text(path);
    return text === undefined ? undefined : { value: text, ...origin(facts.field(path)!) };
  };
  const section = facts.field('section');
  const official = (path: string) => {
    const position = facts.text(`${path}.position`);
    const field = facts.document.fields.find((row) => row.path.startsWith(`${path}.`));
    if (!field) return undefined;
    const contact = facts.text(`${path}.email`) ?? facts.text(`${path}.phone`);
    return {
      position: (position ?? 'ei ilmoitettu').slice(0, 200),
      ...given({ name: facts.text(`${path}.name`), contact }),
      ...origin(field),
    };
  };
  const checked = facts.field('minutesChecked');
  return {
    source: { name: fileName, language: 'fi' },
    ...given({
      municipality: withoutNoun(sourced('municipality')),
      meetingNumber: sourced('meetingNumber'),
      minutesChecked: checked?.value === true ? { value: true as const, ...origin(checked) } : undefined,
      section: typeof section?.value === 'number' ? { value: section.value, ...origin(section) } : undefined,
      presenter: official('presenter'),
      result: sourced('result') as Draft['result'],
    }),
    body: { name: body.value.slice(0, 200), kind: bodyKindOf(body.value), ...origin(body) },
    meetingOn: { value: day.value, ...origin(day) },
    heading: { value: heading.value.slice(0, 500), ...origin(heading) },
    registerNumbers: facts.items('registerNumbers').flatMap((path) => sourced(path) ?? []),
    preparers: facts.items('preparers').flatMap((path) => official(path) ?? []),
    parts: facts.items('parts').map((path) => {
      const kind = facts.text(`${path}.kind`) ?? 'other';
      return {
        kind: (partKinds.has(kind) ? kind : 'other') as Draft['parts'][number]['kind'],
        ...given({ title: facts.text(`${path}.title`)?.slice(0, 200) }),
        text: String(facts.field(`${path}.text`)?.value ?? '').slice(0, 60_000),
        ...origin(facts.field(`${path}.text`) ?? facts.field(`${path}.kind`)!),
      };
    }),
    outcomes: facts.items('outcomes').flatMap((path) => {
      const text = facts.text(`${path}.text`);
      const kind = facts.text(`${path}.kind`) as Draft['outcomes'][number]['kind'] | undefined;
      return text && kind
        ? [{ kind, text: text.slice(0, 5_000), ...origin(facts.field(`${path}.text`)!) }]
        : [];
    }),
    money: facts.items('money').flatMap((path) => {
      const cents = facts.number(`${path}.amount`);
      const about = facts.text(`${path}.about`);
      return cents === undefined || !about
        ? []
        : [{ cents, about: about.slice(0, 1_000), ...origin(facts.field(`${path}.amount`)!) }];
    }),
    commitments: facts.items('commitments').flatMap((path) => {
      const text = facts.text(`${path}.text`);
      const madeOn = facts.text(`${path}.madeOn`);
      if (!text || !madeOn) return [];
      return [
        {
          text: text.slice(0, 2_000),
          madeOn,
          channel: (facts.text(`${path}.channel`) ?? 'other') as Draft['commitments'][number]['channel'],
          ...given({
            condition: facts.text(`${path}.condition`)?.slice(0, 1_000),
            cents: facts.number(`${path}.amount`),
          }),
          ...origin(facts.field(`${path}.madeOn`)!),
        },
      ];
    }),
    distribution: facts.items('distribution').flatMap((path) => {
      const position = facts.text(`${path}.position`);
      return position
        ? [
            {
              position: position.slice(0, 300),
              ...given({ organisation: facts.text(`${path}.organisation`)?.slice(0, 200) }),
              ...origin(facts.field(`${path}.position`)!),
            },
          ]
        : [];
    }),
    attachments: facts.items('attachments').flatMap((path) => {
      const name = facts.text(`${path}.name`);
      return name ? [{ name: name.slice(0, 300), ...origin(facts.field(`${path}.name`)!) }] : [];
    }),
  };
}

/** `Kangasniemen kunta` stays as printed; the room knows the municipality by its name. */
function withoutNoun<T extends { value: string }>(said: T | undefined): T | undefined {
  return said && { ...said, value: said.value.slice(0, 100) };
}

/** The projects that the item speaks of: its own subject, and those told beside it. The totals may be nowhere stated (F-07). */
export function projectsOfItem(facts: Facts, key: string): ProjectDraft[] {
  const at = (field: ReadField) => ({
    at: { document: key, line: field.line },
    printed: field.raw.slice(0, 20_000),
  });
  const document = { key, kind: 'board-item' as const, ...given({ datedOn: facts.text('meetingOn') }) };
  const drafts: ProjectDraft[] = [];
  const heading = facts.field('heading');
  const named =
    typeof heading?.value === 'string' && /^(.{3,140}?)\s+[–-]\s?hanke\b/u.exec(heading.value)?.[1];
  if (heading && named && facts.field('project.applicant')) {
    const applicant = facts.field('project.applicant')!;
    const authority = facts.field('project.authority');
    const commitment = facts.field('commitments.1.madeOn');
    drafts.push({
      document,
      name: { value: named, ...at(heading) },
      applicant: { name: String(applicant.value), ...at(applicant) },
      state: { value: 'applied', ...at(applicant) },
      ...given({
        registerNumbers: facts
          .items('registerNumbers')
          .map((path) => ({ form: 'register' as const, text: facts.text(path)!, ...at(facts.field(path)!) })),
        instrument: facts.field('project.instrument') && {
          value: instrumentOf(facts.text('project.instrument')!),
          ...at(facts.field('project.instrument')!),
        },
        authority: authority && { name: receiver(String(authority.value)), ...at(authority) },
        sections: facts.field('project.summary') && [
          {
            kind: 'summary' as const,
            text: facts.text('project.summary')!,
            ...at(facts.field('project.summary')!),
          },
        ],
        goals: facts
          .items('project.goals')
          .map((path) => ({ text: facts.text(path)!, ...at(facts.field(path)!) })),
        parts:
          facts.text('municipality') && facts.field('money.1.amount') && commitment
            ? [
                {
                  organisation: facts.text('municipality')!,
                  role: 'payer' as const,
                  ...given({
                    share: facts.number('commitments.1.amount'),
                    committedOn: facts.text('commitments.1.madeOn'),
                    committedHow: facts.text('commitments.1.channel') === 'email' ? 'sähköposti' : undefined,
                    decidedOn: facts.text('result') === 'accepted' ? facts.text('meetingOn') : undefined,
                  }),
                  ...at(commitment),
                },
              ]
            : undefined,
        links: facts.items('otherProjects').map((path) => ({
          name: facts.text(`${path}.name`)!,
          relation: 'takes-into-account' as const,
          ...at(facts.field(`${path}.name`)!),
        })),
      }),
    });
  }
  for (const path of facts.items('otherProjects')) {
    const name = facts.field(`${path}.name`);
    const applicant = facts.field(`${path}.applicant`);
    const authority = facts.field(`${path}.authority`);
    const total = facts.field(`${path}.total`);
    const own = facts.field(`${path}.ownShare`);
    if (typeof name?.value !== 'string' || !applicant) continue;
    const channel = facts.text(`${path}.channelledBy`);
    drafts.push({
      document,
      name: { value: name.value, ...at(name) },
      applicant: { name: nominative(String(applicant.value)), ...at(applicant) },
      state: { value: 'applied', ...at(name) },
      ...given({
        instrument: facts.field(`${path}.instrument`) && {
          value: instrumentOf(facts.text(`${path}.instrument`)!),
          ...at(facts.field(`${path}.instrument`)!),
        },
        authority: authority && { name: receiver(String(authority.value)), ...at(authority) },
        figures: [
          ...(typeof total?.value === 'number'
            ? [{ kind: 'costs-total' as const, amount: total.value, ...at(total) }]
            : []),
          ...(typeof own?.value === 'number'
            ? [{ kind: 'own-share' as const, amount: own.value, ...at(own) }]
            : []),
        ],
        fundingShares:
          typeof own?.value === 'number' && channel
            ? [
                {
                  source: 'municipal' as const,
                  role: 'own' as const,
                  label: 'Omarahoitus',
                  requested: own.value,
                  channelledBy: nominative(channel),
                  ...at(own),
                },
              ]
            : undefined,
      }),
    });
  }
  return drafts;
}

/** `Etelä-Savon maakuntaliitolle` → `Etelä-Savon maakuntaliitto`: only forms that are certain are turned. */
export function receiver(text: string): string {
  return text
    .replace(/liitolle$/, 'liitto')
    .replace(/keskukselle$/, 'keskus')
    .replace(/ministeriölle$/, 'ministeriö')
    .replace(/kaupungille$/, 'kaupunki')
    .replace(/kunnalle$/, 'kunta')
    .replace(/virastolle$/, 'virasto');
}

/** `Miksei Oy:n` → `Miksei Oy`, `seutuvaliokunnan` → `seutuvaliokunta`; another genitive stays as it is. */
export function nominative(text: string): string {
  return text
    .replace(/:n$/, '')
    .replace(/kunnan$/, 'kunta')
    .replace(/kaupungin$/, 'kaupunki')
    .replace(/yhtymän$/, 'yhtymä')
    .replace(/liiton$/, 'liitto')
    .replace(/yhtiön$/, 'yhtiö')
    .replace(/keskuksen$/, 'keskus');
}
