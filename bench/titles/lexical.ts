/** Scores every form for a query. */
export type Scorer = (query: string) => Float64Array;

/*
 * The published lexical methods, made anew from their description, as a check that we measure as the benchmark does:
 * their figures must come out the same.
 */

/** Lower case, accents dropped, what is not ASCII left out. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '');
}

type Posting = { form: number; weight: number };

function post(postings: Map<string, Posting[]>, feature: string, posting: Posting): void {
  const list = postings.get(feature);
  if (list === undefined) postings.set(feature, [posting]);
  else list.push(posting);
}

/** TF-IDF of sequences of one to three letters, compared by the cosine. */
export function letterTfIdf(forms: readonly string[]): Scorer {
  const sequences = (text: string): string[] => {
    const shown = plain(text).replace(/\s\s+/g, ' ');
    return [1, 2, 3].flatMap((length) =>
      Array.from({ length: Math.max(0, shown.length - length + 1) }, (_, at) => shown.slice(at, at + length)),
    );
  };
  const documents = forms.map((form) => counted(sequences(form)));
  const having = new Map<string, number>();
  for (const document of documents)
    for (const feature of document.keys()) having.set(feature, (having.get(feature) ?? 0) + 1);
  const rarity = (feature: string) => Math.log((1 + forms.length) / (1 + (having.get(feature) ?? 0))) + 1;
  const vector = (counts: ReadonlyMap<string, number>): [string, number][] => {
    const weighed = [...counts].map(([feature, count]): [string, number] => [
      feature,
      count * rarity(feature),
    ]);
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return weighed.map(([feature, weight]) => [feature, weight / length]);
  };
  const postings = new Map<string, Posting[]>();
  for (const [form, document] of documents.entries())
    for (const [feature, weight] of vector(document)) post(postings, feature, { form, weight });
  return (query) => {
    const scores = new Float64Array(forms.length);
    const known = [...counted(sequences(query))].filter(([feature]) => having.has(feature));
    for (const [feature, weight] of vector(new Map(known)))
      for (const posting of postings.get(feature)!) scores[posting.form]! += weight * posting.weight;
    return scores;
  };
}

/** Okapi BM25 of words (k1 1.5, b 0.75; a quarter of the mean rarity for what more than half of the forms have). */
export function bm25(forms: readonly string[]): Scorer {
  const words = (text: string) => plain(text).split(' ');
  const documents = forms.map((form) => words(form));
  const mean = documents.reduce((sum, document) => sum + document.length, 0) / documents.length;
  const postings = new Map<string, Posting[]>();
  for (const [form, document] of documents.entries())
    for (const [word, count] of counted(document)) post(postings, word, { form, weight: count });
  const rarity = new Map<string, number>();
  for (const [word, list] of postings)
    rarity.set(word, Math.log(forms.length - list.length + 0.5) - Math.log(list.length + 0.5));
  const least = (0.25 * [...rarity.values()].reduce((sum, value) => sum + value, 0)) / rarity.size;
  return (query) => {
    const scores = new Float64Array(forms.length);
    for (const word of words(query)) {
      const own = rarity.get(word) ?? 0;
      for (const { form, weight } of postings.get(word) ?? []) {
        const length = 1.5 * (0.25 + (0.75 * documents[form]!.length) / mean);
        scores[form]! += ((own < 0 ? least : own) * weight * 2.5) / (weight + length);
      }
    }
    return scores;
  };
}

/** How much of two texts is a common subsequence of their letters: one less the normalised insertions and deletions. */
export function editDistance(forms: readonly string[]): Scorer {
  const lower = forms.map((form) => form.toLowerCase());
  return (query) => {
    const text = query.toLowerCase();
    const blocks = Math.ceil(text.length / 32);
    const masks = new Map<number, Uint32Array>();
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      const mask = masks.get(letter) ?? new Uint32Array(blocks);
      mask[at >> 5]! |= 1 << (at & 31);
      masks.set(letter, mask);
    }
    const row = new Uint32Array(blocks);
    return Float64Array.from(lower, (form) => {
      const all = text.length + form.length;
      return all === 0 ? 1 : (2 * commonLetters(form, text.length, masks, row)) / all;
    });
  };
}

/** The length of the longest common subsequence, 32 letters at a time (the zeros of Hyyrö's row). */
function commonLetters(
  form: string,
  length: number,
  masks: ReadonlyMap<number, Uint32Array>,
  row: Uint32Array,
): number {
  row.fill(0xffffffff);
  for (let at = 0; at < form.length; at += 1) {
    const mask = masks.get(form.charCodeAt(at));
    if (mask === undefined) continue;
    let carry = 0;
    for (let block = 0; block < row.length; block += 1) {
      const before = row[block]!;
      const met = (before & mask[block]!) >>> 0;
      const sum = before + met + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[block] = (sum >>> 0) | ((before & ~mask[block]!) >>> 0);
    }
  }
  let common = 0;
  for (let at = 0; at < length; at += 1) if ((row[at >> 5]! & (1 << (at & 31))) === 0) common += 1;
  return common;
}

function counted(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
