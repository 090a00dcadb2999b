import type { RouterContextProvider } from 'react-router';
import type { Right } from '#access';
import { dayInFinland } from '#kernel/clock.ts';
import { addDays } from '#kernel/days.ts';
import type { Services } from '#server/services.ts';
import type { PageData, PageViewer } from '../context.ts';
import type { submission } from '../forms/index.server.ts';
import type { ShownForm } from '../forms/shown.ts';
import { type Format, formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';

/** A row of "what needs me now": all of it in words of the viewer's language. */
export type HomeTask = {
  readonly key: string;
  readonly to: string;
  /** Who or what. */
  readonly title: string;
  /** What is waited for, as a sentence. */
  readonly what: string;
  /** Why it is here. */
  readonly why: string;
  /** Since when, or until when, in words. */
  readonly clock?: string | undefined;
  readonly late?: boolean | undefined;
  /** The words of the one button that moves it on: it opens `to`. */
  readonly act: string;
  /** The room's form of an act (`HomeTasks.presses`) that is done in the row itself, and which row it is of. */
  readonly press?: { readonly form: string; readonly hidden: Readonly<Record<string, string>> } | undefined;
};

/** Something at a time: a meeting, an interview, an event. */
export type HomeTime = {
  readonly key: string;
  readonly to: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly at?: string | undefined;
  readonly what: string;
  readonly place?: string | undefined;
};

/** A number that opens to what it counts: "21 myöhässä". */
export type HomeCount = {
  readonly key: string;
  readonly to: string;
  readonly words: string;
  readonly late?: boolean;
};

/** A figure for those who steer, with where it is told in full. */
export type HomeFigure = {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
};

/** Something that somebody else did; the page shows what is of yesterday or today. */
export type HomeNews = {
  readonly key: string;
  readonly to: string;
  readonly words: string;
  readonly at: string;
};

/** What has been done already, folded. */
export type HomeDone = {
  readonly key: string;
  readonly summary: string;
  readonly rows: readonly {
    readonly key: string;
    readonly to: string;
    readonly words: string;
    readonly clock: string;
  }[];
};

/** One room's part of the first page. */
export type HomePart = {
  readonly times?: readonly HomeTime[];
  readonly counts?: readonly HomeCount[];
  /** The most urgent first. */
  readonly tasks?: readonly HomeTask[];
  /** How many more there are than the rows shown, and where: nothing is cut without saying so. */
  readonly rest?: { readonly to: string; readonly words: string } | undefined;
  readonly figures?: readonly HomeFigure[];
  readonly news?: readonly HomeNews[];
  readonly done?: HomeDone | undefined;
};

/** What a room is given. `t` takes a key with its namespace before a colon. */
export type HomeInput = {
  readonly services: Services;
  readonly viewer: PageViewer;
  readonly may: PageData['may'];
  readonly t: (key: string, places?: Readonly<Record<string, unknown>>) => string;
  readonly format: Format;
  /** `YYYY-MM-DD` in Finland. */
  readonly today: string;
};

/** A form of one button that a row may have. */
export type HomePress = {
  readonly show: (context: Readonly<RouterContextProvider>) => ShownForm;
  readonly submission: (format: Format) => ReturnType<typeof submission>;
};

/** What a room brings to the first page, and the acts that its rows have in place. */
export type HomeTasks = {
  /** Who has this part; without it everybody who has signed in, and the part asks further rights itself. */
  readonly right?: Right;
  readonly read: (input: HomeInput) => Promise<HomePart>;
  readonly presses?: readonly HomePress[];
};

const rooms = Object.values(
  import.meta.glob<HomeTasks>('../../src/modules/*/pages/home-tasks.ts', {
    eager: true,
    import: 'homeTasks',
  }),
);

/** The first page as it is shown. */
export type HomePage = {
  readonly today: string;
  readonly times: readonly HomeTime[];
  readonly counts: readonly HomeCount[];
  readonly tasks: readonly HomeTask[];
  readonly rest: readonly { readonly to: string; readonly words: string }[];
  readonly figures: readonly HomeFigure[];
  readonly news: readonly HomeNews[];
  readonly done: readonly HomeDone[];
};

/** Everything that needs this viewer now; what is late comes first, the rooms' own order stays otherwise. */
export async function homeOf(
  given: Pick<HomeInput, 'services' | 'viewer' | 'may' | 'today'>,
): Promise<HomePage> {
  const { viewer, may, today } = given;
  const translator = translatorOf(viewer.language);
  const yesterday = addDays(today, -1);
  const input: HomeInput = {
    ...given,
    t: (key, places) => String(translator.t(key, { ...places })),
    format: formatOf(viewer.language),
  };
  const parts = await Promise.all(
    rooms.filter(({ right }) => right === undefined || may(right)).map((room) => room.read(input)),
  );
  const all = <T>(of: (part: HomePart) => readonly T[] | undefined) =>
    parts.flatMap((part) => of(part) ?? []);
  const tasks = all((part) => part.tasks);
  return {
    today,
    times: all((part) => part.times)
      .filter(({ day }) => day >= today)
      .sort((a, b) => `${a.day} ${a.at ?? ''}`.localeCompare(`${b.day} ${b.at ?? ''}`)),
    counts: all((part) => part.counts),
    tasks: [...tasks.filter(({ late }) => late === true), ...tasks.filter(({ late }) => late !== true)],
    rest: all((part) => (part.rest === undefined ? [] : [part.rest])),
    figures: all((part) => part.figures),
    news: all((part) => part.news)
      .filter(({ at }) => dayInFinland(new Date(at)) >= yesterday)
      .sort((a, b) => b.at.localeCompare(a.at)),
    done: all((part) => (part.done === undefined ? [] : [part.done])),
  };
}

/** The acts that rows of the first page may have in place, of every room. */
export const homePresses: readonly HomePress[] = rooms.flatMap(({ presses }) => presses ?? []);
