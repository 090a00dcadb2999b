import type { ViewerContext } from '#access';

/** A room below that keeps something which stands only while a person shares. */
export interface FollowsSharing {
  /** A person shares less than a moment ago: ends what has lost its ground, and tells whom it concerns. */
  readonly ended: (system: ViewerContext, clientId: string, by: string | undefined) => Promise<void>;
  /** What was withdrawn at this instant is shared again: puts back what ended with it; gives how many. */
  readonly restored: (
    system: ViewerContext,
    clientId: string,
    withdrawnAt: string,
    by: string | undefined,
  ) => Promise<number>;
}

const followers: FollowsSharing[] = [];

/** Names a room below to be asked in the transaction in which sharing ends or comes back. */
export function followSharing(room: FollowsSharing): void {
  followers.push(room);
}

/** Asks every room that follows, in order. */
export async function askFollowers<K extends keyof FollowsSharing>(
  act: K,
  ...given: Parameters<FollowsSharing[K]>
): Promise<number> {
  let count = 0;
  for (const room of followers)
    count += (await (room[act] as (...all: unknown[]) => Promise<number | undefined>)(...given)) ?? 0;
  return count;
}
