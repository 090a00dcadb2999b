/** The groups of the invented directory, by the subject of the person: what the local provider tells in the claim `groups`. */
export const directory = new Map<string, readonly string[]>([
  ['expert-young', ['Polku – työllisyyden asiantuntijat']],
  ['expert-countryside', ['Polku – työllisyyden asiantuntijat']],
]);
