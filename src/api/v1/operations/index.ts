import type { Operation } from '../operation.ts';
import { businessOperations } from './business.ts';
import { employerOperations } from './employer.ts';
import { publicOperations } from './public.ts';
import { steeringOperations } from './steering.ts';

/** Every operation of version 1 that goes through use cases. */
export const operations: readonly Operation[] = [
  ...publicOperations,
  ...employerOperations,
  ...businessOperations,
  ...steeringOperations,
];
