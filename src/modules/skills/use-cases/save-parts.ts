import { z } from 'zod';
import { Id } from '#kernel/ids.ts';

export const Writing = { clientId: Id, seen: z.string().max(40).optional() };

export const changesOfClient = {
  kind: 'changes' as const,
  subjects: ({ clientId }: { clientId: string }) => [clientId],
};
