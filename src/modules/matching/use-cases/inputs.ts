import { z } from 'zod';

/** What was chosen on a page to be imagined, by its keys; what is not known is passed over. */
export const ChangeKeys = z.array(z.string().max(300)).max(50).default([]);
