import type { Handle } from '#access';
import type { ProjectDraft } from '../domain/draft.ts';
import { takePromises } from './promises-import.ts';

/** What else of the room takes its share of a document, in the same transaction: indicators, promises, answers. */
export type ImportPart = (handle: Handle, projectId: string, draft: ProjectDraft) => Promise<void>;

export const importParts: readonly ImportPart[] = [takePromises];
