import { fold } from '#kernel/fold.ts';
import { type DocumentKind, documentKinds } from './codes.ts';
import { withLabelsApart } from './ends.ts';
import { blocksOf } from './form.ts';
import { forms } from './forms.ts';
import { tellsOfProject } from './loose.ts';
import { type Line, linesOf } from './text/lines.ts';

/** How well a document fits a kind, and the lines that speak for it. */
export interface Fit {
  readonly kind: DocumentKind;
  readonly score: number;
  readonly reasons: readonly { readonly mark: string; readonly line: number; readonly points: number }[];
}

/** `recognised` when one kind fits and no other nearly as well; otherwise a person says, or it is foreign to Polku. */
export interface Recognition {
  readonly outcome: 'recognised' | 'unsure' | 'foreign';
  readonly kind: DocumentKind | undefined;
  /** All kinds, the best first. */
  readonly fits: readonly Fit[];
}

/** Under this a document is of no kind that we know. */
export const leastScore = 7;
/** The best has to be so much better than the next. */
const leastLead = 2;

/** What each heading or label speaks for its kind; those that many kinds have speak little. */
const points: Readonly<Record<DocumentKind, Readonly<Record<string, number>>>> = {
  'selection-proposal': {
    title: 5,
    verdict: 3,
    reasons: 2,
    assessment: 2,
    number: 2,
    'call-code': 2,
    call: 1,
    arrived: 2,
    models: 2,
    'cost-model': 1,
    'wage-method': 1,
    costs: 1,
    funding: 1,
    budget: 1,
    'aid-form': 1,
    meeting: 1,
    handler: 1,
    basics: 1,
    description: 1,
    objective: 1,
    nationwide: 1,
  },
  'project-description': {
    title: 4,
    code: 2,
    state: 2,
    granted: 3,
    realised: 3,
    'public-planned': 2,
    'public-realised': 2,
    indicators: 2,
    indicator: 1,
    principles: 2,
    sustainability: 2,
    equality: 1,
    'final-report': 2,
    period: 1,
    direct: 1,
    indirect: 1,
    summary: 1,
    'applicant-type': 1,
    contact: 1,
    applicant: 1,
    money: 1,
    site: 1,
  },
  'board-item': {
    item: 5,
    proposal: 3,
    decision: 3,
    presenter: 2,
    preparer: 1,
    background: 1,
    distribution: 1,
    appeal: 2,
    'legal-basis': 2,
    handling: 1,
    attachments: 1,
    'register-number': 1,
    'meeting-time': 2,
    present: 2,
    agenda: 1,
    keeper: 1,
    tasks: 1,
  },
  'project-presentation': {
    'target-groups': 2,
    goals: 2,
    actions: 2,
    year: 2,
    funding: 2,
    results: 1,
    'programme-links': 2,
    need: 1,
    adoption: 1,
    cooperation: 1,
    applicant: 1,
    period: 1,
    total: 1,
    'work-package': 1,
    name: 1,
    other: 1,
    starts: 1,
    ends: 1,
    'business-id': 1,
  },
  programme: {
    contents: 2,
    introduction: 1,
    situation: 1,
    'goals-chapter': 2,
    'follow-up': 1,
    goal: 3,
    measures: 1,
    owner: 2,
    indicators: 1,
    theme: 2,
    steering: 1,
  },
};

/** Signs on the cover or in a table, which are no headings. */
const signs: Readonly<
  Record<DocumentKind, readonly (readonly [mark: string, points: number, pattern: RegExp])[]>
> = {
  'selection-proposal': [['eura-2021', 1, /^(?:dnro?:? )?eura 2021/]],
  'project-description': [['eura-2014', 1, /^vipuvoimaa|vipuvoimaa eu/]],
  'board-item': [
    ['meeting', 2, /^(?:\S+ ){0,3}\S*(?:hallitus|valtuusto|lautakunta|jaosto)(?: kokous)?(?: \d| |$)/],
    [
      'minutes',
      2,
      /^(?:\S+ ){0,3}(?:(?:kokous)?(?:poytakirja|muistio)|(?:motes)?protokoll|minnesanteckningar)/,
    ],
  ],
  'project-presentation': [
    [
      'application',
      3,
      /(?:\bmokra\b|\bakke\b|\besr\+?|\beakr\b|\bjtf\b).*\bhakemus$|^(?:\S+ )?(?:hanke|projekti)(?:suunnitelma|hakemus|esittely)/,
    ],
    ['project', 3, /^.{3,140} (?:hanke|projekti)$/],
    ['joint-project', 2, /yhteishanke$/],
    ['applicant', 2, /^(?:hakijana|hakija) /],
  ],
  programme: [
    [
      'programme-title',
      5,
      /^(?:\S+ ){0,4}\S*(?:tyollisyysohjelma|maakuntaohjelma|elinvoimaohjelma|kehittamisohjelma|kotouttamisohjelma|toimenpideohjelma|ohjelma|strategia)(?: (?:19|20)\d\d.*)?$/,
    ],
    ['goal-table', 4, /^(?:p )?tavoite\b.{0,90}(?:koordin|vastuu|mittari)/],
  ],
};

/** How much of a document is looked at. */
const mostLines = 4_000;
/** How far the cover of a document reaches. */
const coverLines = 14;

/** Which kind a text is, by its headings, labels and cover; with the reasons, for and against. */
export function recognise(text: string): Recognition {
  // A document tells its kind early; the largest of the sources has 205 lines.
  const lines = linesOf(text).lines.slice(0, mostLines);
  const fits = documentKinds.map((kind) => fitOf(kind, lines)).toSorted((a, b) => b.score - a.score);
  const [best, next] = fits;
  if (!best || best.score < leastScore) return { outcome: 'foreign', kind: undefined, fits };
  const sure = best.score - (next?.score ?? 0) >= leastLead;
  return { outcome: sure ? 'recognised' : 'unsure', kind: sure ? best.kind : undefined, fits };
}

function fitOf(kind: DocumentKind, lines: readonly Line[]): Fit {
  const form = forms[kind];
  const apart = tellsOfProject(kind) ? withLabelsApart(lines, form.rules) : lines;
  const contents = form.contents?.(apart);
  const { blocks } = blocksOf(
    apart,
    [...(contents?.rules.filter(({ key }) => key === 'item') ?? []), ...form.rules],
    contents?.quiet,
  );
  const reasons = new Map<string, { mark: string; line: number; points: number }>();
  for (const { rule, line, edits } of blocks) {
    const worth = points[kind][rule.key];
    if (worth === undefined || reasons.has(rule.key)) continue;
    reasons.set(rule.key, {
      mark: rule.key,
      line: line.from,
      points: edits > 0 ? Math.max(1, worth - 1) : worth,
    });
  }
  const written = lines.filter((line) => !line.blank);
  written.forEach((line, at) => {
    for (const [mark, worth, pattern] of signs[kind]) {
      const onCover = at < coverLines || mark === 'goal-table';
      if (!onCover || reasons.has(mark) || line.text.length > 300) continue;
      if (pattern.test(fold(line.text))) reasons.set(mark, { mark, line: line.from, points: worth });
    }
  });
  const found = [...reasons.values()].toSorted((a, b) => a.line - b.line);
  return { kind, score: found.reduce((sum, row) => sum + row.points, 0), reasons: found };
}
