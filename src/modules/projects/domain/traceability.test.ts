import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, matrixOf, orphansOf, reachedFrom, type TraceGraph, tidy } from './traceability.ts';
import { pictureOf, wrap } from './traceability-picture.ts';

const node = (column: (typeof columns)[number], id: string) => ({ id, column, label: `Nimi ${id}` });
const whole: TraceGraph = {
  nodes: [node('measure', 'm'), node('output', 'o'), node('result', 'r'), node('fact', 'f')],
  links: [
    { from: 'm', to: 'o' },
    { from: 'o', to: 'r' },
    { from: 'o', to: 'f' },
    { from: 'r', to: 'f' },
  ],
};

const Graph: fc.Arbitrary<TraceGraph> = fc
  .array(fc.constantFrom(...columns), { maxLength: 14 })
  .chain((given) => {
    const nodes = given.map((column, at) => node(column, `n${at}`));
    const Id = fc.constantFrom('nobody', ...nodes.map(({ id }) => id));
    return fc.record({
      nodes: fc.constant(nodes),
      links: fc.array(fc.record({ from: Id, to: Id }), { maxLength: 30 }),
    });
  });

describe('the chain measure – output – result – fact', () => {
  it('that is whole has no orphan; each line taken away makes one', () => {
    expect(orphansOf(whole)).toEqual([]);
    const kinds = whole.links.map((gone) =>
      orphansOf({ ...whole, links: whole.links.filter((link) => link !== gone) }).map(({ kind }) => kind),
    );
    expect(kinds).toEqual([
      ['measure-without-output', 'output-without-measure'],
      ['output-without-result', 'result-without-output'],
      ['output-without-fact'],
      ['result-without-fact'],
    ]);
  });
  it('knows no line that goes backwards, over a column or nowhere', () => {
    const links = [
      { from: 'o', to: 'm' },
      { from: 'm', to: 'r' },
      { from: 'm', to: 'f' },
      { from: 'm', to: 'x' },
    ];
    expect(tidy({ nodes: whole.nodes, links }).links).toEqual([]);
  });
  it('what a measure reaches is all to its right that hangs on it', () => {
    expect(reachedFrom(whole, 'm').map(({ id }) => id)).toEqual(['m', 'o', 'r', 'f']);
    expect(reachedFrom(whole, 'r').map(({ id }) => id)).toEqual(['r', 'f']);
  });
});

describe('the matrix and the picture', () => {
  it('say the same: lines, boxes and orphans', () => {
    fc.assert(
      fc.property(Graph, (graph) => {
        const picture = pictureOf(graph);
        const matrix = matrixOf(graph);
        const inMatrix = matrix.flatMap(({ node: from, joined }) =>
          columns.flatMap((column) => (joined[column] ?? []).map((to) => `${from.id} ${to.id}`)),
        );
        expect(inMatrix.toSorted()).toEqual(picture.lines.map(({ from, to }) => `${from} ${to}`).toSorted());
        expect(picture.boxes.map((box) => box.node.id).toSorted()).toEqual(
          graph.nodes.map(({ id }) => id).toSorted(),
        );
        expect(
          matrix
            .filter(({ orphan }) => orphan.length > 0)
            .map((row) => row.node.id)
            .toSorted(),
        ).toEqual(
          picture.boxes
            .filter(({ orphan }) => orphan.length > 0)
            .map((box) => box.node.id)
            .toSorted(),
        );
      }),
    );
  });
  it('no box stands on another, and none outside', () => {
    fc.assert(
      fc.property(Graph, (graph) => {
        const { boxes, width, height } = pictureOf(graph);
        for (const a of boxes) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
          for (const b of boxes)
            if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
        }
      }),
    );
  });
  it('labels are broken at words, long words cut, long texts ended', () => {
    expect(wrap('Työperäisen maahanmuuton edistäminen', 20)).toEqual([
      'Työperäisen',
      'maahanmuuton',
      'edistäminen',
    ]);
    expect(wrap('abcdefghij', 4)).toEqual(['abc-', 'def-', 'ghij']);
    expect(wrap('Suomi-Englanti-pankki', 15)).toEqual(['Suomi-Englanti-', 'pankki']);
    expect(wrap('a b c d e f', 1, 3)).toEqual(['a', 'b', '…']);
    expect(wrap('', 5)).toEqual(['']);
  });
});
