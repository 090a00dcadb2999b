import { parseFinnishDecimal } from '#kernel/finnish-numbers.ts';
import { type Cents, parseEuros } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Cell } from './sheet.ts';

/** Why a cell is no sum of money. */
export type NoMoney = 'not-a-number' | 'ambiguous-number' | 'too-precise' | 'percent' | 'unit-unclear';

/**
 * The sum that a cell holds, exactly; undefined for a blank. With `scale` the cell counts thousands or millions of euros,
 * and a sign of euros in it would contradict its heading.
 */
export function moneyIn(cell: Cell | undefined, scale = 1): Result<Cents | undefined, NoMoney> {
  if (cell === null || cell === undefined || cell === '') return ok(undefined);
  if (typeof cell === 'number') {
    const cents = Math.round(cell * scale * 100);
    if (!Number.isSafeInteger(cents)) return err('not-a-number');
    // A spreadsheet holds 0,1 + 0,2: a difference beyond a hundredth of a cent is a real third decimal.
    return Math.abs(cell * scale * 100 - cents) < 0.01 ? ok(cents === 0 ? 0 : cents) : err('too-precise');
  }
  if (typeof cell !== 'string') return err('not-a-number');
  if (cell.includes('%')) return err('percent');
  if (scale === 1) {
    const parsed = parseEuros(cell);
    if (parsed.ok) return ok(parsed.value);
    const { code } = parsed.error;
    return code === 'empty' ? ok(undefined) : err(code === 'ambiguous' ? 'ambiguous-number' : code);
  }
  if (/[€e]/i.test(cell)) return err('unit-unclear');
  const parsed = parseFinnishDecimal(cell);
  if (!parsed.ok) {
    const { code } = parsed.error;
    return code === 'empty' ? ok(undefined) : err(code === 'ambiguous' ? 'ambiguous-number' : code);
  }
  const { negative, whole, fraction } = parsed.value;
  const places = String(scale).length - 1 + 2;
  if (/[1-9]/.test(fraction.slice(places))) return err('too-precise');
  const cents = Number(`${whole}${fraction.slice(0, places).padEnd(places, '0')}`);
  if (!Number.isSafeInteger(cents)) return err('not-a-number');
  return ok(negative && cents !== 0 ? -cents : cents);
}
