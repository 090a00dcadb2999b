import type { Role } from '#kernel/viewer.ts';
import type { Condition } from '../conditions.ts';
import { type DataClass, forms, matrix, notOpenYet, rolesNotOpenYet } from '../matrix.ts';

/** Where a right differs from the class of data it is made from, with the reason. */
export interface Difference {
  readonly roles: readonly Role[];
  readonly when: Condition | 'never';
  readonly why: string;
}

/** A right: a cell of the matrix for every role, narrowed, with its differences. */
export interface Declared {
  /** The class of data and the act of the matrix that it follows; absent when it stands for itself. */
  readonly of?: readonly [DataClass, 'reads' | 'writes'];
  /** Of that class only what is held under these conditions. */
  readonly only?: readonly Condition[];
  /** Everybody who would hold it by the class holds it under this condition. */
  readonly under?: Condition;
  readonly but?: readonly Difference[];
  /** The service itself may do it too (background work, loading). */
  readonly system?: true;
}

/** Roles with the condition under which each holds a right. */
export type Grants = Readonly<Partial<Record<Role, Condition>>>;

/** Who holds a declared right. A cell whose room is not built, or whose role no room knows yet, gives nothing. */
export function grantsOf({ of, only, under, but = [] }: Declared): Grants {
  const grants: Partial<Record<Role, Condition>> = {};
  for (const role of Object.keys(matrix) as Role[]) {
    const told = but.find(({ roles }) => roles.includes(role));
    const cell = of === undefined ? 'never' : forms[matrix[role][of[0]]][of[1]];
    const open =
      cell !== 'never' &&
      notOpenYet[cell] === undefined &&
      (cell === 'always' || !rolesNotOpenYet.includes(role)) &&
      (only === undefined || only.includes(cell));
    const when = told?.when ?? (open ? (under ?? cell) : 'never');
    if (when !== 'never') grants[role] = when;
  }
  return grants;
}
