import { parseBusinessId } from '#kernel/business-id.ts';
import { type Day, daysBetween } from '#kernel/days.ts';
import { type Finding, inCents, inNumber } from '#kernel/findings.ts';
import type { ProjectDraft, SourceLine } from './draft.ts';
import { sourceText } from './draft.ts';
import type { Plan } from './plan.ts';
import { spellings } from './spellings.ts';

const text = (value: string) => ({ kind: 'text' as const, value });
const day = (value: Day) => ({ kind: 'day' as const, value });
const from = (at: SourceLine | undefined): { source?: string } =>
  at === undefined ? {} : { source: sourceText(at)! };

/** Every text of a draft with its line: what was printed, and what stands as text. */
function textsOf(draft: ProjectDraft): { text: string; at: SourceLine | undefined }[] {
  const found: { text: string; at: SourceLine | undefined }[] = [];
  const walk = (value: unknown, at: SourceLine | undefined): void => {
    if (typeof value === 'string') found.push({ text: value, at });
    else if (Array.isArray(value)) for (const row of value) walk(row, at);
    else if (value !== null && typeof value === 'object') {
      const here = ('at' in value ? (value.at as SourceLine | undefined) : undefined) ?? at;
      for (const [key, row] of Object.entries(value)) if (key !== 'at') walk(row, here);
    }
  };
  const { document: _document, ...rest } = draft;
  walk(rest, undefined);
  return found;
}

const styles = [
  ['1.000', /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)/],
  ['1 000', /(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+(?![\d,])/],
  ['1000', /(?<![\d.,/ ])\d{4,}(?![\d.,/-])/],
  ['1000,00', /(?<![\d.,])\d{4,},\d{2}(?!\d)/],
  ['1 000,00', /(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+,\d{2}(?!\d)/],
] as const;

/** Sums of money printed in more styles than one in a document (F-04). Each was read exactly. */
export function numberStyles(draft: ProjectDraft): Finding[] {
  const printed = [
    ...(draft.figures ?? []),
    ...(draft.fundingShares ?? []),
    ...(draft.costLines ?? []),
    ...(draft.parts ?? []),
    ...(draft.workPackages ?? []).flatMap((row) => [
      ...(row.purchases ?? []),
      ...(row.total ? [row.total] : []),
    ]),
  ].filter((figure) => figure.printed !== undefined);
  const seen = styles.filter(([, pattern]) => printed.some((row) => pattern.test(row.printed!)));
  if (seen.length < 2) return [];
  const examples = seen.map(([, pattern]) => {
    const item = printed.find((each) => pattern.test(each.printed!))!;
    return { words: pattern.exec(item.printed!)![0], at: item.at };
  });
  return [
    {
      code: 'numbers-in-many-styles',
      grade: 'notice',
      printed: text(examples.map((example) => example.words).join(' · ')),
      source: [...new Set(examples.flatMap((example) => sourceText(example.at) ?? []))].join(', '),
    },
  ];
}

/** The same thing given in two ways, and breakdowns that leave somebody out (F-11). */
export function indicatorFigures(draft: ProjectDraft): Finding[] {
  const found: Finding[] = [];
  const indicators = draft.indicators ?? [];
  for (const indicator of indicators) {
    if (indicator.planned !== undefined && indicator.breakdown && indicator.breakdown.length > 0) {
      const sum = indicator.breakdown.reduce((all, part) => all + part.planned, 0);
      if (sum !== indicator.planned)
        found.push({
          code: 'breakdown-leaves-some-out',
          grade: 'missing',
          printed: inNumber(indicator.planned),
          computed: inNumber(sum),
          difference: inNumber(indicator.planned - sum),
          ...from(indicator.at),
          hint: { code: 'breakdown-row', values: { rest: inNumber(indicator.planned - sum) } },
        });
    }
    const approximate = indicator.qualifier === 'about' ? indicator : undefined;
    const exact =
      approximate &&
      indicators.find(
        (other) =>
          other !== indicator &&
          other.unit === indicator.unit &&
          other.qualifier === undefined &&
          other.planned !== undefined,
      );
    if (approximate && exact)
      found.push({
        code: 'figure-given-in-two-ways',
        grade: 'notice',
        printed: text(`${indicator.printed ?? indicator.planned} · ${exact.printed ?? exact.planned}`),
        difference: inNumber((exact.planned ?? 0) - (indicator.planned ?? 0)),
        source: [sourceText(indicator.at), sourceText(exact.at)].filter(Boolean).join(', '),
      });
    if (draft.state?.value === 'ended' && indicator.planned !== undefined && indicator.realised === undefined)
      found.push({
        code: 'realised-not-given',
        grade: 'missing',
        printed: inNumber(indicator.planned),
        ...from(indicator.at),
        hint: { code: 'indicator', values: { indicator: text(indicator.name) } },
      });
  }
  return found;
}

/** A document that speaks of a day after its own date (F-12). Dates may be planned; it is told. */
export function futureEvents(draft: ProjectDraft): Finding[] {
  const dated = draft.document.datedOn;
  if (dated === undefined) return [];
  return (draft.proceedings ?? []).flatMap((proceeding): Finding[] =>
    proceeding.on !== undefined && proceeding.on > dated
      ? [
          {
            code: 'future-event-in-document',
            grade: 'notice',
            printed: day(proceeding.on),
            computed: day(dated),
            difference: inNumber(daysBetween(dated, proceeding.on)),
            ...from(proceeding.at),
            hint: { code: 'event', values: { event: text(proceeding.body) } },
          },
        ]
      : [],
  );
}

/** Data sources and systems that documents call by several names (003:85, 003:137). */
const aliases = [['työvoimatiekart', 'työvoimatietokart']] as const;

/** One source under two names in a document (F-13): both lead to one source, its name uncertain. */
export function uncertainNames(draft: ProjectDraft): Finding[] {
  const texts = textsOf(draft);
  return aliases.flatMap((names): Finding[] => {
    const uses = names.map((name) => texts.find((row) => row.text.toLowerCase().includes(name)));
    if (uses.some((use) => use === undefined)) return [];
    const word = (use: { text: string }, stem: string) =>
      use.text.slice(use.text.toLowerCase().indexOf(stem)).match(/^\p{L}+/u)![0];
    return [
      {
        code: 'source-name-uncertain',
        grade: 'notice',
        printed: text(uses.map((use, at) => word(use!, names[at]!)).join(' · ')),
        source: uses
          .map((use) => sourceText(use!.at))
          .filter(Boolean)
          .join(', '),
      },
    ];
  });
}

/** A promise to take part that was given before it was decided, and a share without a whole (F-15). */
export function commitments(plan: Plan): Finding[] {
  const known = plan.costLines.length > 0 || plan.figures.some((figure) => figure.kind === 'costs-total');
  return plan.parts.flatMap((part): Finding[] => [
    ...(part.committedOn && part.decidedOn && part.committedOn < part.decidedOn
      ? [
          {
            code: 'committed-before-decision',
            grade: 'warning' as const,
            printed: day(part.committedOn),
            computed: day(part.decidedOn),
            difference: inNumber(daysBetween(part.committedOn, part.decidedOn)),
            ...(part.source === undefined ? {} : { source: part.source }),
            hint: { code: 'organisation', values: { organisation: text(part.name) } },
          },
        ]
      : []),
    ...(part.share !== undefined && !known
      ? [
          {
            code: 'share-without-total',
            grade: 'missing' as const,
            printed: inCents(part.share),
            ...(part.source === undefined ? {} : { source: part.source }),
            hint: { code: 'organisation', values: { organisation: text(part.name) } },
          },
        ]
      : []),
  ]);
}

/** A target without what makes it one: baseline, definition of the area, end (F-19). */
export function openTargets(draft: ProjectDraft): Finding[] {
  return (draft.indicators ?? []).flatMap((indicator): Finding[] => {
    if (indicator.kind !== 'result' || indicator.planned === undefined) return [];
    const missing = [
      ...(indicator.baseline === undefined ? ['baseline'] : []),
      ...(indicator.until === undefined ? ['until'] : []),
      ...(indicator.code === undefined ? ['definition'] : []),
    ];
    return missing.length === 0
      ? []
      : [
          {
            code: 'target-is-open',
            grade: 'missing',
            printed: inNumber(indicator.planned),
            ...from(indicator.at),
            hint: {
              code: 'target-lacks',
              values: { indicator: text(indicator.name), missing: text(missing.join(',')) },
            },
          },
        ];
  });
}

/** "Yes, the analysis was done", and no analysis (F-22); effects without a scale (F-23). */
export function horizontalAnswers(draft: ProjectDraft): Finding[] {
  const answers = draft.horizontal ?? [];
  const found: Finding[] = answers.flatMap((answer): Finding[] =>
    answer.answer === true && /analyys/i.test(answer.question) && !/analyys/i.test(answer.text ?? '')
      ? [
          {
            code: 'answer-needs-evidence',
            grade: 'missing',
            printed: text(answer.question),
            ...from(answer.at),
          },
        ]
      : [],
  );
  const scaled = answers.filter((answer) => answer.direct !== undefined || answer.indirect !== undefined);
  if (scaled.length > 0) {
    const values = scaled.flatMap((row) => [row.direct ?? [], row.indirect ?? []].flat());
    found.push({
      code: 'scale-not-stated',
      grade: 'notice',
      printed: text(`${Math.min(...values)}–${Math.max(...values)}`),
      ...from(scaled[0]!.at),
    });
  }
  return found;
}

/** Words that are probably typing errors: kept as they are, shown beside the likely word (F-25). */
export function typingErrors(draft: ProjectDraft): Finding[] {
  const texts = textsOf(draft);
  return spellings.flatMap(([wrong, right]): Finding[] => {
    const use = texts.find((row) => row.text.includes(wrong));
    return use
      ? [
          {
            code: 'typing-error-kept',
            grade: 'notice',
            printed: text(wrong),
            computed: text(right),
            ...from(use.at),
          },
        ]
      : [];
  });
}

/** A business ID whose check digit does not hold (N-07 holds). */
export function businessIds(plan: Plan): Finding[] {
  return plan.parts.flatMap((part): Finding[] => {
    const printed = part.details.businessId;
    if (printed === undefined || parseBusinessId(printed).ok) return [];
    return [
      {
        code: 'business-id-wrong',
        grade: 'error',
        printed: text(printed),
        ...(part.source === undefined ? {} : { source: part.source }),
      },
    ];
  });
}
