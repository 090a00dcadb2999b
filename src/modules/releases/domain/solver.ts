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
  readonly #program: Program;
  /** Without whole numbers; asked first, and starting where the last question ended. */
  readonly #relaxed: Model;
  #whole: Model | undefined;
  readonly #costed = new Map<Model, readonly number[]>();

  constructor(highs: Highs, program: Program) {
    this.#highs = highs;
    this.#program = program;
    this.#relaxed = modelOf(highs, program);
  }

  /**
   * The solution in whole numbers with the least cost; undefined when there is none. What a linear program finds in whole
   * numbers is the answer; only otherwise whole numbers are asked for. @throws Error when the solver gives up
   */
  least(costs: readonly (readonly [variable: number, cost: number])[]): number[] | undefined {
    const found = this.#run(this.#relaxed, costs);
    if (found === undefined || found.every((value) => Math.abs(value - Math.round(value)) < 1e-6))
      return found?.map(Math.round);
    this.#whole ??= modelOf(this.#highs, this.#program, true);
    return this.#run(this.#whole, costs)?.map(Math.round);
  }

  /** The same without asking for whole numbers. */
  leastRelaxed(costs: readonly (readonly [variable: number, cost: number])[]): number[] | undefined {
    return this.#run(this.#relaxed, costs);
  }

  #run(model: Model, costs: readonly (readonly [variable: number, cost: number])[]): number[] | undefined {
    for (const variable of this.#costed.get(model) ?? []) model.changeColCost(variable, 0);
    for (const [variable, cost] of costs) model.changeColCost(variable, cost);
    this.#costed.set(
      model,
      costs.map(([variable]) => variable),
    );
    model.run();
    const { modelStatus } = this.#highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return undefined;
    if (status !== modelStatus.optimal) throw new Error(`The solver gave up with the status ${status}`);
    return Array.from(model.getSolution().colValue);
  }

  close(): void {
    this.#relaxed.dispose();
    this.#whole?.dispose();
  }
}

function modelOf(highs: Highs, { variables, rows }: Program, whole = false): Model {
  const starts = [0];
  for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length);
  const { integer } = highs.constants.variableType;
  const model = highs.createModel({
    numCols: variables.length,
    numRows: rows.length,
    colCost: new Float64Array(variables.length),
    colLower: Float64Array.from(variables, ({ low }) => low),
    colUpper: Float64Array.from(variables, ({ high }) => high),
    rowLower: Float64Array.from(rows, ({ low }) => finite(low, highs)),
    rowUpper: Float64Array.from(rows, ({ high }) => finite(high, highs)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: variables.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([variable]) => variable))),
      values: Float64Array.from(rows.flatMap(({ terms }) => terms.map(([, factor]) => factor))),
    },
    ...(whole ? { integrality: variables.map(() => integer) } : {}),
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1 });
  return model;
}

function finite(bound: number, highs: Highs): number {
  if (bound === Number.POSITIVE_INFINITY) return highs.infinity;
  return bound === Number.NEGATIVE_INFINITY ? -highs.infinity : bound;
}
