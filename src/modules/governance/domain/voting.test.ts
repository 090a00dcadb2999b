import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotChoices } from './codes.ts';
import { lostWith, outcomeOf, resultsAfter, tallyOf, type Vote } from './voting.ts';

const vote = (more: Partial<Vote> = {}): Vote => ({
  voteId: 'v',
  proposal: 'Kunta on mukana hankkeessa.',
  counter: 'Asia jätetään pöydälle.',
  counterKind: 'table',
  for: 5,
  against: 2,
  blank: 0,
  absent: 0,
  ballots: [],
  ...more,
});

describe('a vote', () => {
  it.each([
    [
      { for: 5, against: 2 },
      { won: 'for', byChair: false },
    ],
    [
      { for: 2, against: 5 },
      { won: 'against', byChair: false },
    ],
    [
      { for: 3, against: 3, chairChoice: 'against' },
      { won: 'against', byChair: true },
    ],
    [
      { for: 0, against: 0, chairChoice: 'for' },
      { won: 'for', byChair: true },
    ],
    [{ for: 3, against: 3 }, undefined],
    // The chair's vote is one of the many when they are not even.
    [
      { for: 4, against: 3, chairChoice: 'against' },
      { won: 'for', byChair: false },
    ],
  ] as const)('%j → %j', (given, expected) => {
    expect(outcomeOf(given)).toEqual(expected);
  });

  it('counts every ballot once, and one more for a side never makes it lose', () => {
    const ballots = fc.array(fc.constantFrom(...ballotChoices).map((choice) => ({ memberId: 'm', choice })));
    fc.assert(
      fc.property(ballots, fc.constantFrom('for' as const, 'against' as const), (given, side) => {
        const before = tallyOf(given);
        expect(before.for + before.against + before.blank + before.absent).toBe(given.length);
        const won = outcomeOf({ ...before, chairChoice: side });
        if (won?.won !== side) return;
        const after = tallyOf([...given, { memberId: 'n', choice: side }]);
        expect(outcomeOf({ ...after, chairChoice: side })?.won).toBe(side);
      }),
    );
  });

  it('says what the result may be', () => {
    expect(resultsAfter([])).toHaveLength(5);
    expect(resultsAfter([vote()])).not.toContain('tabled');
    expect(resultsAfter([vote({ for: 1, against: 6 })])).toEqual(['tabled']);
    expect(
      resultsAfter([vote({ for: 3, against: 3, chairChoice: 'against', counterKind: 'return' })]),
    ).toEqual(['returned']);
    // First not tabled, then other words won: the last one decides.
    expect(resultsAfter([vote(), vote({ for: 1, against: 6, counterKind: 'other-words' })])).toEqual([
      'accepted-changed',
    ]);
  });

  it('lets those disagree who voted for what lost', () => {
    const votes = [
      vote({
        ballots: [
          { memberId: 'a', choice: 'for' },
          { memberId: 'b', choice: 'against' },
          { memberId: 'c', choice: 'blank' },
        ],
      }),
    ];
    expect(['a', 'b', 'c', 'd'].map((text) => lostWith(votes, text))).toEqual([false, true, false, false]);
  });
});
