import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languages } from '#kernel/localised.ts';
import {
  buildIndex,
  findVoikko,
  matchTitle,
  mergeVocabularies,
  type SearchIndex,
  search,
  starterVocabulary,
  type Vocabulary,
} from '#vocabulary';
import { readEsco } from '../src/connectors/esco/index.ts';
import { scoreTitle } from '../src/modules/vocabulary/domain/titles/match-title.ts';
import { machine } from './measure.ts';
import { bm25, editDistance, letterTfIdf, type Scorer } from './titles/lexical.ts';
import { figures, rankOfConcepts, rankOfForms, shown } from './titles/ranks.ts';
import { type FormSet, findFormSets, ownSet, type Query, vocabularyOf } from './titles/sets.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);

/** Figures of the paper of MELO (Retyk et al. 2024) for American titles among the English names of ESCO. */
const published: Readonly<Record<string, string>> = {
  'edit distance': '.486/.398/.632',
  BM25: '.294/.207/.488',
  'letter TF-IDF': '.580/.471/.755',
  'best neural model': '.684/.556/.899',
};

/**
 * Job titles to occupations: the sets in the form of MELO that are under the folder (an argument, or TITLES_DATA, or
 * ../shared/data), and our own Finnish and Swedish ones over all of ESCO if it is there, and over the starter
 * vocabulary. Figures are MRR/accuracy at 1/accuracy at 10.
 */
export async function bench(): Promise<void> {
  const folder = resolve(
    process.argv[3] ?? process.env.TITLES_DATA ?? join(import.meta.dirname, '../../shared/data'),
  );
  say(`${machine()}\nFigures: mean reciprocal rank / accuracy at 1 / accuracy at 10.\n`);
  const esco = await escoIn(folder);
  const sets = findFormSets(folder);
  if (sets.length === 0)
    say(
      `No benchmark is in ${folder} (queries.tsv, corpus_elements.tsv, annotations.tsv): only our own titles are measured.\n`,
    );
  for (const set of sets) measureForms(set, esco);
  const dictionary = await findVoikko();
  if (dictionary === undefined)
    say('Voikko is not on this machine: Finnish is measured with our own stemmer only.\n');
  const starter = starterVocabulary();
  if (esco === undefined) say(`ESCO is not in ${folder}: only the starter vocabulary is measured.\n`);
  const rows: string[][] = [];
  const over = (name: string, vocabulary: Vocabulary) => {
    const index = buildIndex(vocabulary);
    const present = new Set(vocabulary.concepts.map((concept) => concept.uri));
    for (const language of ['fi', 'sv'] as const) {
      const queries = ownSet(language).filter(({ right }) => [...right].some((uri) => present.has(uri)));
      const line = (what: string, ranks: readonly number[]) =>
        rows.push([language, name, what, String(ranks.length), shown(figures(ranks)), ...halves(ranks)]);
      line(
        'search as you type',
        queries.map((query) => rankIn(searched(index, language), query)),
      );
      line(
        'titles',
        queries.map((query) => rankIn(titled(index, language), query)),
      );
      if (dictionary === undefined || language !== 'fi') continue;
      const read = buildIndex(vocabulary, { finnish: dictionary });
      line(
        'titles, Voikko',
        queries.map((query) => rankIn(titled(read, language), query)),
      );
    }
    return index;
  };
  over('starter vocabulary', starter);
  if (esco !== undefined) {
    over('ESCO', esco);
    const index = over('ESCO and our everyday names', mergeVocabularies(starter, esco));
    sayTable(['', 'over', 'by', 'titles', 'all', 'one half', 'other half'], rows);
    sayKinds(index);
    measureSpeed(mergeVocabularies(starter, esco));
  } else sayTable(['', 'over', 'by', 'titles', 'all', 'one half', 'other half'], rows);
}

async function escoIn(folder: string): Promise<Vocabulary | undefined> {
  for (const place of [join(folder, 'esco-1.1.1'), join(folder, '../esco-1.1.1')]) {
    if (!existsSync(place)) continue;
    const read = await readEsco(place);
    if (read.ok) return read.value.vocabulary;
  }
  return undefined;
}

/** One set in the form of MELO: the published methods made anew, and ours with and without ESCO's other knowledge. */
function measureForms(set: FormSet, esco: Vocabulary | undefined): void {
  const texts = set.forms.map((form) => form.text);
  const rows: string[][] = [];
  const isMelo = set.name === 'title-benchmark-en';
  const measure = (name: string, scorer: Scorer) => {
    const began = performance.now();
    const scored = set.queries.map((query) => ({ query, scores: scorer(query.text) }));
    const each = (performance.now() - began) / set.queries.length;
    const forms = scored.map(({ query, scores }) => rankOfForms(set, query, scores));
    const concepts = scored.map(({ query, scores }) => rankOfConcepts(set, query, scores));
    const known = isMelo ? (published[name] ?? '') : '';
    rows.push([
      name,
      known,
      shown(figures(forms)),
      ...halves(forms),
      shown(figures(concepts)),
      `${each.toFixed(1)} ms`,
    ]);
  };
  measure('edit distance', editDistance(texts));
  measure('BM25', bm25(texts));
  measure('letter TF-IDF', letterTfIdf(texts));
  measure('ours, the forms alone', formScorer(set, vocabularyOf(set)));
  if (esco !== undefined)
    measure('ours, with ESCO’s skills and groups', formScorer(set, vocabularyOf(set, esco)));
  if (isMelo) rows.push(['best neural model', published['best neural model']!, '', '', '', '', '']);
  say(`${set.name}: ${set.queries.length} titles, ${set.forms.length} forms\n`);
  sayTable(
    ['', 'published', 'each form ranked', 'one half', 'other half', 'each concept once', 'a title'],
    rows,
  );
}

/** Our score of each form: how well the form is met, and what else speaks for its concept. */
function formScorer(set: FormSet, vocabulary: Vocabulary): Scorer {
  const { titles } = buildIndex(vocabulary);
  const numbers = new Map(
    titles.texts.map((text, name) => [`${titles.concepts[titles.conceptOf[name]!]!.uri} ${text}`, name]),
  );
  const names = set.forms.map(({ concept, text }) => numbers.get(`${concept} ${text}`) ?? -1);
  return (query) => {
    const scores = scoreTitle(titles, query);
    return Float64Array.from(names, (name) => {
      const met = scores.names[name] ?? 0;
      return met === 0 ? 0 : Math.max(1e-5, met + scores.concepts[titles.conceptOf[name]!]!);
    });
  };
}

type Finder = (text: string) => readonly { readonly uri: string }[];

function searched(index: SearchIndex, language: 'fi' | 'sv'): Finder {
  return (text) => search(index, `${text} `, { language, kinds: ['occupation'], limit: 100 });
}

function titled(index: SearchIndex, language: 'fi' | 'sv'): Finder {
  return (text) => matchTitle(index, text, { language, limit: 100 });
}

function rankIn(find: Finder, query: Query): number {
  return find(query.text).findIndex(({ uri }) => query.right.has(uri)) + 1;
}

/** The figures of every second one and of the others: what is good on one half only was made for it. */
function halves(ranks: readonly number[]): [string, string] {
  return [0, 1].map((half) => shown(figures(ranks.filter((_, at) => at % 2 === half)))) as [string, string];
}

function sayKinds(index: SearchIndex): void {
  const rows = (['fi', 'sv'] as const).flatMap((language) => {
    const kinds = Map.groupBy(ownSet(language), ({ kind }) => kind);
    return [...kinds].map(([kind, queries]) => [
      language,
      kind,
      String(queries.length),
      shown(figures(queries.map((query) => rankIn(titled(index, language), query)))),
    ]);
  });
  sayTable(['', 'kind', 'titles', 'ESCO and our everyday names'], rows);
}

function measureSpeed(vocabulary: Vocabulary): void {
  const collect = globalThis.gc ?? (() => undefined);
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const before = used();
  const timed = <T>(work: () => T): [T, number] => {
    const { user: began } = process.cpuUsage();
    const value = work();
    return [value, (process.cpuUsage().user - began) / 1e3];
  };
  buildIndex(vocabulary).titles;
  const [index, indexTime] = timed(() => buildIndex(vocabulary));
  const indexed = used();
  const [titles, titlesTime] = timed(() => index.titles);
  const all = used();
  say(
    `\nMaking the index of search: ${indexTime.toFixed(0)} ms of processor; of titles, at the first title: ${titlesTime.toFixed(0)} ms more (${titles.texts.length} names).`,
  );
  if (globalThis.gc)
    say(
      `Memory: ${(indexed - before).toFixed(0)} MB for search (with the names that titles wait for), ${(all - before).toFixed(0)} MB with titles.`,
    );
  else say('Memory is told when Node is started with --expose-gc.');
  const queries = languages.flatMap((language) => (language === 'en' ? [] : ownSet(language)));
  const rows = [
    speed(
      'a title',
      queries.map(
        ({ text }) =>
          () =>
            matchTitle(index, text),
      ),
    ),
    speed(
      'a keystroke of search',
      queries
        .slice(0, 150)
        .flatMap(({ text }) =>
          Array.from(
            { length: Math.min(20, text.length) },
            (_, at) => () => search(index, text.slice(0, at + 1)),
          ),
        ),
    ),
  ];
  sayTable(['', 'p50 ms', 'p95 ms', 'max ms', 'runs'], rows);
}

function speed(what: string, works: readonly (() => unknown)[]): string[] {
  for (const work of works) work();
  const times = works.map((work) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
  return [what, at(0.5), at(0.95), at(1), String(times.length)];
}

function sayTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const width = head.map((_, i) => Math.max(...[head, ...rows].map((cells) => (cells[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${width.map((w, i) => (cells[i] ?? '').padEnd(w)).join(' | ')} |`;
  say([line(head), `| ${width.map((w) => '-'.repeat(w)).join(' | ')} |`, ...rows.map(line), ''].join('\n'));
}
