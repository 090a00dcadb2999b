import { readWorkbook } from '#sheets';
import { costKinds } from './domain/codes.ts';
import type { CostKind } from './domain/draft.ts';
import { type RealisedSheet, readRealisedSheet } from './domain/realised-sheet.ts';

/** Reads the bytes of a sheet of costs; `kinds` are the words by which it may name a kind. @throws NotASheet, OverLimit */
export const read = ({
  bytes,
  kinds,
}: {
  readonly bytes: Uint8Array;
  readonly kinds: Readonly<Record<string, CostKind>>;
}): RealisedSheet =>
  readRealisedSheet(readWorkbook(bytes), (word) => kinds[word] ?? costKinds.find((kind) => kind === word));
