/** One small change of meaning in a text: what stands from `start` to `end` becomes `after`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** What kind of change it is, in a word or two. */
  readonly kind: string;
}
