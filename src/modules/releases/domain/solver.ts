import highsModule, { type Highs, type Model } from 'highs';

// The package declares its types as CommonJS and ships a module, whose default is the loader itself.
const loadHighs = highsModule as unknown as (typeof highsModule)['default'];

let loading: Promise<Highs> | undefined;

/** The solver of linear programs with whole numbers (HiGHS as WebAssembly), loaded once when it is first needed. */
export function openSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** One row of a program: `low ≤ Σ factor·variable ≤ high`. */
export interface Row {
  readonly terms: readonly (readonly [variable: number, factor: number])[];
  readonly low: number;
  readonly high: number;
}

/** A program with whole variables, `low ≤ variable ≤ high`. */
export interface Program {
  readonly variables: readonly { readonly low: number; readonly high: number }[];
  readonly rows: readonly Row[];
}

/** A program held by the solver, to be asked again with other costs. Give it back with `close`. */
export class HeldProgram {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #size: number;

  constructor(highs: Highs, { variables, rows }: Program) {
    this.#highs = highs;
    this.#size = variables.length;
    const model = highs.createModel();
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1 });
    for (const [at, { low, high }] of variables.entries()) {
      model.addVar(low, high);
      model.changeColIntegrality(at, highs.constants.variableType.integer);
    }
    for (const { terms, low, high } of rows)
      model.addRow(finite(low, highs), finite(high, highs), {
        indices: Int32Array.from(terms, ([variable]) => variable),
        values: Float64Array.from(terms, ([, factor]) => factor),
      });
    this.#model = model;
  }

  /** The solution with the least cost; undefined when there is none. @throws Error when the solver gives up */
  least(costs: readonly (readonly [variable: number, cost: number])[]): number[] | undefined {
    for (let at = 0; at < this.#size; at += 1) this.#model.changeColCost(at, 0);
    for (const [variable, cost] of costs) this.#model.changeColCost(variable, cost);
    this.#model.run();
    const { modelStatus } = this.#highs.constants;
    const status = this.#model.getModelStatus();
    if (status === modelStatus.infeasible) return undefined;
    if (status !== modelStatus.optimal) throw new Error(`The solver gave up with the status ${status}`);
    return Array.from(this.#model.getSolution().colValue, Math.round);
  }

  close(): void {
    this.#model.dispose();
  }
}

function finite(bound: number, highs: Highs): number {
  if (bound === Number.POSITIVE_INFINITY) return highs.infinity;
  return bound === Number.NEGATIVE_INFINITY ? -highs.infinity : bound;
}
