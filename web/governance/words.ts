import type { Document } from '#documents';
import type { governance } from '#governance';
import type { OutputOf } from '#use-case';
import type { Format } from '../i18n/format.ts';

export type OpenedItem = OutputOf<(typeof governance)['openItem']>;
export type PrintedPart = OpenedItem['printed'][number];
type T = (key: string, places?: Readonly<Record<string, unknown>>) => string;

export const officials = [
  'expert',
  'joint-emp',
  'joint-sote',
  'joint-kela',
  'youth',
  'immigrant-adviser',
  'business',
  'school',
  'provider',
  'area-manager',
  'decision-maker',
  'board',
  'project',
  'controller',
  'comms',
  'analyst',
  'dpo',
  'access-admin',
] as const;

/** "§ 252 TE2024 E-Savo -hanke", or the heading alone before it has a section. */
export const headingOf = (item: { section?: number | undefined; heading: string }) =>
  item.section === undefined ? item.heading : `§ ${item.section} ${item.heading}`;

/** The heading of a printed part in the language of `t`; '' when it has none. */
export function titleOf(t: T, part: PrintedPart): string {
  return part.title ?? t(`governance:part.${part.kind}`);
}

/** The words of a printed part: for a decision made here the result comes first. */
export function bodyOf(t: T, part: PrintedPart): string {
  const result = part.result === undefined ? '' : t(`governance:result-said.${part.result}`);
  return [result, part.text].filter((text) => text !== '').join('\n\n');
}

type TextBlock = { kind: 'list'; items: string[] } | { kind: 'paragraph'; text: string };
/** Text as paragraphs and lists: an empty line parts them, a point begins with "• ". */
export function blocksOf(text: string): TextBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): TextBlock => {
      const lines = block.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('• '))
        ? { kind: 'list', items: lines.map((line) => line.slice(2)) }
        : { kind: 'paragraph', text: lines.join('\n') };
    });
}

/** An item as paper, in the order in which a board prints it (document 001). */
export function documentOf(
  t: T,
  format: Format,
  { item, meeting, printed }: OpenedItem,
  body: string,
): Document {
  return {
    title: headingOf(item),
    language: item.language,
    day: item.decidedOn ?? meeting.heldOn,
    footer: `${body} · ${format.day(meeting.heldOn)}`,
    blocks: [
      { kind: 'paragraph', text: t('governance:print-head', { body, day: format.day(meeting.heldOn) }) },
      ...(meeting.state === 'checked'
        ? [{ kind: 'paragraph' as const, text: t('governance:minutes-checked') }]
        : []),
      ...item.registerNumbers.map((number) => ({ kind: 'paragraph' as const, text: number })),
      ...printed.flatMap((part) => {
        const title = titleOf(t, part);
        return [
          ...(title === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: title }]),
          ...blocksOf(bodyOf(t, part)),
        ];
      }),
    ],
  };
}
