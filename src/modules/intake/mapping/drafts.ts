import { BoardItemDraft } from '#governance';
import { ProgrammeDraft } from '#programmes';
import { ProjectDraft } from '#projects';
import { mattersOf, type ReadDocument } from '../domain/reading.ts';
import { boardItemDraft, projectsOfItem } from './board-item.ts';
import { Facts } from './facts.ts';
import { programmeDraft } from './programme.ts';
import { projectDraft } from './project.ts';

/** What a reading becomes, each by the room that receives it. */
export type Drafted =
  | { readonly room: 'projects'; readonly draft: ProjectDraft }
  | { readonly room: 'governance'; readonly draft: (typeof BoardItemDraft)['_output'] }
  | { readonly room: 'programmes'; readonly draft: ProgrammeDraft };

/** Why a reading cannot be brought in, as a path of the draft and a code. */
export interface Lack {
  readonly room: Drafted['room'];
  readonly path: string;
  readonly code: string;
}

/** The drafts of a reading; what a room would not take is told and not sent. */
export function draftsOf(document: ReadDocument, fileName: string): { drafts: Drafted[]; lacks: Lack[] } {
  const key = keyOf(fileName);
  const drafts: Drafted[] = [];
  const lacks: Lack[] = [];
  const take = (room: Drafted['room'], draft: unknown, missing: string): void => {
    if (draft === undefined) {
      lacks.push({ room, path: missing, code: 'missing' });
      return;
    }
    const parsed = schemas[room].safeParse(draft);
    if (parsed.success) drafts.push({ room, draft: parsed.data } as Drafted);
    else
      for (const issue of parsed.error.issues.slice(0, 20))
        lacks.push({
          room,
          path: issue.path.join('.'),
          code: issue.code === 'custom' ? issue.message : issue.code,
        });
  };
  const facts = new Facts(document);
  if (document.kind === 'board-item') {
    for (const item of mattersOf(document).map((matter) => new Facts(matter))) {
      take(
        'governance',
        boardItemDraft(item, fileName),
        missingOf(item, ['body.name', 'meetingOn', 'heading']),
      );
      for (const draft of projectsOfItem(item, key)) take('projects', draft, 'name');
    }
  } else if (document.kind === 'programme') {
    take('programmes', programmeDraft(facts), missingOf(facts, ['name', 'validFromYear']));
  } else take('projects', projectDraft(facts, key), 'name');
  return { drafts, lacks };
}

const schemas = { projects: ProjectDraft, governance: BoardItemDraft, programmes: ProgrammeDraft };

const missingOf = (facts: Facts, paths: readonly string[]): string =>
  paths.filter((path) => facts.field(path)?.value == null).join(', ');

/** What a document is called in sources: its file's name without the ending, short enough to print beside a line. */
export function keyOf(fileName: string): string {
  const base = fileName
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[a-z0-9]{1,5}$/i, '');
  return base.trim().slice(0, 60) || 'asiakirja';
}
