import type { Block, Document } from '#documents';
import type { PublicMinutes } from '#governance';
import type { Format } from '#web/i18n/format.ts';
import { blocksOf, bodyOf, headingOf, type OpenedItem, type PrintedPart, type T, titleOf } from './words.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** An item in its own language: the section, register numbers, the role it was handled in, and its parts. */
function itemBlocks(
  t: T,
  item: {
    readonly section?: number | undefined;
    readonly heading: string;
    readonly registerNumbers: readonly string[];
    readonly mandateRole?: string | undefined;
  },
  parts: readonly PrintedPart[],
): Block[] {
  return [
    { kind: 'heading', level: 2, text: headingOf(item) },
    ...item.registerNumbers.map(paragraph),
    ...(item.mandateRole === undefined
      ? []
      : [paragraph(t('governance:handled-as', { role: t(`governance:mandate.${item.mandateRole}`) }))]),
    ...parts.flatMap((part): Block[] => {
      const title = titleOf(t, part);
      return [
        ...(title === '' ? [] : [{ kind: 'heading' as const, level: 3 as const, text: title }]),
        ...blocksOf(bodyOf(t, part)),
      ];
    }),
  ];
}

/** An item as paper, in the order in which a board prints it: the meeting, its state, the section, its parts (001:1-50). */
export function documentOf(
  t: T,
  format: Format,
  { item, meeting, printed }: OpenedItem,
  body: string,
): Document {
  return {
    title: t('governance:print-head', { body, day: format.day(meeting.heldOn) }),
    language: item.language,
    day: item.decidedOn ?? meeting.heldOn,
    footer: `${body} · ${format.day(meeting.heldOn)}`,
    blocks: [
      ...(meeting.state === 'checked' ? [paragraph(t('governance:minutes-checked'))] : []),
      ...itemBlocks(t, item, printed),
    ],
  };
}

/** The minutes of a meeting as paper: who was there, and every item in its own language, as `documentOf` prints one. */
export function minutesDocumentOf(
  tOf: (language: Document['language']) => T,
  format: Format,
  { minutes, checked }: { readonly minutes: PublicMinutes; readonly checked: boolean },
  { body, language }: { readonly body: string; readonly language: Document['language'] },
): Document {
  const t = tOf(language);
  const seat = ({ seat: who, capacity, presence }: PublicMinutes['present'][number]) =>
    [
      `${who}, ${t(`governance:capacity.${capacity}`)}`,
      ...(presence === undefined ? [] : [t(`governance:presence.${presence}`)]),
    ].join(' – ');
  const held = minutes.present.some((row) => row.presence !== undefined);
  const there = [
    ...minutes.present.map(seat),
    ...minutes.alsoPresent.map((text) => `${text} – ${t('governance:also-present-one')}`),
  ];
  return {
    title: t('governance:print-head', { body, day: format.day(minutes.heldOn) }),
    language,
    day: minutes.heldOn,
    footer: `${body} · ${format.day(minutes.heldOn)}`,
    blocks: [
      ...(checked ? [paragraph(t('governance:minutes-checked'))] : []),
      ...(minutes.number === undefined
        ? []
        : [paragraph(t('governance:meeting-number', { number: minutes.number }))]),
      ...(minutes.place === undefined ? [] : [paragraph(minutes.place)]),
      ...(there.length === 0
        ? []
        : [
            {
              kind: 'heading' as const,
              level: 2 as const,
              text: t(held ? 'governance:attendance' : 'governance:invited'),
            },
            { kind: 'list' as const, items: there },
          ]),
      ...minutes.items.flatMap((item): Block[] =>
        item.secretBasis === undefined
          ? itemBlocks(tOf(item.language), item, item.parts)
          : [
              {
                kind: 'heading',
                level: 2,
                text: headingOf({ section: item.section, heading: t('governance:secret-item') }),
              },
              paragraph(t('governance:secret-is', { basis: item.secretBasis })),
            ],
      ),
    ],
  };
}
