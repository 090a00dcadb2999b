import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { ProgrammeContent } from '#programmes';
import type { Issue, SentForm } from '../page.ts';

/** What of a working copy has a form of its own. */
export const partKinds = [
  'basics',
  'theme',
  'goal',
  'measure',
  'indicator',
  'coordinator',
  'board',
  'approval',
  'member',
  'chapter',
  'milestone',
] as const;
export type PartKind = (typeof partKinds)[number];

type Goal = ProgrammeContent['goals'][number];
export const everyGoal = (goals: readonly Goal[]): Goal[] =>
  goals.flatMap((goal) => [goal, ...everyGoal(goal.goals)]);

/** What the form holds at first: the part as it is in the working copy. */
export function valuesOf(
  kind: PartKind,
  content: ProgrammeContent,
  asked: URLSearchParams,
): Record<string, string | string[]> {
  const id = asked.get('id') ?? '';
  const at = asked.get('at') ?? '';
  const rowAt = <R>(list: readonly R[] | undefined) => (at === '' ? undefined : list?.[Number(at)]);
  const goals = everyGoal(content.goals);
  const text = (value: number | string | undefined) =>
    value === undefined ? '' : String(value).replace('.', ',');
  switch (kind) {
    case 'basics':
      return {
        name: content.name,
        validFrom: content.validFrom,
        validTo: content.validTo ?? '',
        reviewOn: content.reviewOn ?? '',
        purpose: content.purpose.join('\n\n'),
      };
    case 'theme': {
      const theme = content.themes.find((one) => one.id === id);
      return {
        id,
        number: theme?.number ?? '',
        title: theme?.title ?? '',
        effects: theme?.effects.join('\n') ?? '',
      };
    }
    case 'goal': {
      const goal = goals.find((one) => one.id === id);
      return {
        id,
        under: asked.get('under') ?? '',
        title: goal?.title ?? '',
        description: goal?.description ?? '',
        theme: goal?.theme ?? '',
        coordinators: goal?.coordinators ?? [],
      };
    }
    case 'measure': {
      const goal = goals.find((one) => one.id === asked.get('goal'));
      const measure = goal?.measures.find((one) => one.id === id);
      return {
        id,
        goal: goal?.id ?? '',
        title: measure?.title ?? '',
        description: measure?.description ?? '',
        years: measure?.years.join(', ') ?? '',
        municipalities: measure?.municipalities.join(', ') ?? '',
        coordinators: measure?.coordinators ?? [],
      };
    }
    case 'indicator': {
      const owner = asked.get('owner') ?? '';
      const one = goals
        .flatMap((goal) => [...goal.indicators, ...goal.measures.flatMap(({ indicators }) => indicators)])
        .find((indicator) => indicator.id === id);
      return {
        id,
        owner,
        name: one?.name ?? '',
        unit: one?.unit ?? '',
        baseline: text(one?.baseline),
        baselineOn: one?.baselineOn ?? '',
        qualifier: one?.qualifier ?? '',
        target: text(one?.target),
        targetOn: one?.targetOn ?? '',
        source: one?.source ?? '',
        fact: !one?.fact
          ? ''
          : one.fact.kind === 'pilot-figure'
            ? `pilot ${one.fact.pilotId} ${one.fact.figure}`
            : `area ${one.fact.fact}`,
      };
    }
    case 'coordinator': {
      const one = content.coordinators.find((each) => each.id === id);
      return { id, name: one?.name ?? '', organisationId: one?.organisationId ?? '' };
    }
    case 'board': {
      const { board } = content;
      return {
        name: board?.name ?? '',
        bodyId: board?.body?.id ?? '',
        appointedBy: board?.appointedBy ?? '',
        preparer: board?.preparer ?? '',
      };
    }
    case 'approval': {
      const { approval } = content;
      return {
        decisionId: approval?.decisionId ?? '',
        body: approval?.body ?? content.board?.name ?? '',
        decidedOn: approval?.decidedOn ?? '',
        reference: approval?.reference ?? '',
      };
    }
    case 'member': {
      const one = rowAt(content.board?.members);
      return {
        at,
        name: one?.name ?? '',
        role: one?.role ?? '',
        organisationId: one?.organisationId ?? '',
      };
    }
    case 'chapter': {
      const one = rowAt(content.chapters);
      return { at, number: one?.number ?? '', title: one?.title ?? '' };
    }
    case 'milestone': {
      const one = rowAt(content.milestones);
      return { at, on: one?.on ?? '', title: one?.title ?? '' };
    }
  }
}

/** The change that the form says; numbers, years and municipalities are read as people write them. */
export function changeOf(kind: PartKind, sent: SentForm): { change: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const optional = (name: string) => sent.text(name) || undefined;
  const number = (name: string) => {
    if (sent.text(name) === '') return undefined;
    const parsed = parseFinnishNumber(sent.text(name));
    if (parsed.ok) return parsed.value;
    issues.push({
      path: name,
      code: parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
    });
    return undefined;
  };
  const words = (name: string) =>
    sent
      .text(name)
      .split(/[\s,;]+/)
      .filter((one) => one !== '');
  const id = optional('id');
  const at = optional('at') === undefined ? undefined : Number(sent.text('at'));
  switch (kind) {
    case 'basics':
      return {
        issues,
        change: {
          kind,
          name: sent.text('name'),
          validFrom: sent.text('validFrom'),
          validTo: optional('validTo'),
          reviewOn: optional('reviewOn'),
          purpose: sent
            .text('purpose')
            .split(/\n\s*\n/)
            .filter(Boolean),
        },
      };
    case 'theme':
      return {
        issues,
        change: {
          kind,
          theme: {
            id,
            number: optional('number'),
            title: sent.text('title'),
            effects: sent
              .text('effects')
              .split('\n')
              .map((one) => one.trim())
              .filter(Boolean),
          },
        },
      };
    case 'goal':
      return {
        issues,
        change: {
          kind,
          underId: optional('under'),
          goal: {
            id,
            title: sent.text('title'),
            description: optional('description'),
            theme: optional('theme'),
            coordinators: sent.list('coordinators'),
          },
        },
      };
    case 'measure': {
      const years = words('years');
      if (years.some((year) => !/^(19|20|21)\d\d$/.test(year)))
        issues.push({ path: 'years', code: 'invalid' });
      const municipalities = words('municipalities');
      if (municipalities.some((code) => !/^\d{3}$/.test(code)))
        issues.push({ path: 'municipalities', code: 'municipality-not-found' });
      return {
        issues,
        change: {
          kind,
          goalId: sent.text('goal'),
          measure: {
            id,
            title: sent.text('title'),
            description: optional('description'),
            years: years.map(Number),
            municipalities,
            coordinators: sent.list('coordinators'),
          },
        },
      };
    }
    case 'indicator': {
      const [from, second, figure] = sent.text('fact').split(' ');
      const fact =
        from === 'pilot'
          ? { kind: 'pilot-figure', pilotId: second, figure }
          : from === 'area'
            ? { kind: 'area-fact', fact: second }
            : undefined;
      return {
        change: {
          kind,
          ownerId: sent.text('owner'),
          indicator: {
            id,
            name: sent.text('name'),
            unit: optional('unit'),
            baseline: number('baseline'),
            baselineOn: optional('baselineOn'),
            qualifier: optional('qualifier'),
            target: number('target'),
            targetOn: optional('targetOn'),
            source: optional('source'),
            fact,
          },
        },
        issues,
      };
    }
    case 'coordinator':
      return {
        issues,
        change: {
          kind,
          coordinator: { id, name: sent.text('name'), organisationId: optional('organisationId') },
        },
      };
    case 'board':
      return {
        issues,
        change: {
          kind,
          name: sent.text('name'),
          bodyId: optional('bodyId'),
          appointedBy: optional('appointedBy'),
          preparer: optional('preparer'),
        },
      };
    case 'approval': {
      const change = {
        kind,
        decisionId: optional('decisionId'),
        body: optional('body'),
        decidedOn: optional('decidedOn'),
        reference: optional('reference'),
      };
      if (!change.decisionId && change.reference && !change.decidedOn)
        issues.push({ path: 'decidedOn', code: 'required' });
      return { issues, change };
    }
    case 'member':
      return {
        issues,
        change: {
          kind,
          at,
          member: {
            name: sent.text('name'),
            role: optional('role'),
            organisationId: optional('organisationId'),
          },
        },
      };
    case 'chapter':
      return {
        issues,
        change: { kind, at, chapter: { number: optional('number'), title: sent.text('title') } },
      };
    case 'milestone':
      return { issues, change: { kind, at, milestone: { on: sent.text('on'), title: sent.text('title') } } };
  }
}
