import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { key_target, nearest_thumb, share_of, shown_value, snapped, with_thumb } from './slider_values.ts';

const whole = { data_type: 'int', min: 0, max: 10, step: 3 } as const;
const tenth = { data_type: 'float', min: 0, max: 1, step: 0.1 } as const;

describe('a slider', () => {
  it('snaps to its steps, and to its end though that is no step', () => {
    expect(snapped(whole, 4)).toBe(3);
    expect(snapped(whole, 9.9)).toBe(9);
    expect(snapped(whole, 10)).toBe(10);
    expect(snapped(tenth, 0.31)).toBe(0.3);
    expect(snapped(whole, -5)).toBe(0);
  });

  it('never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const at = snapped(tenth, value);
        return at >= 0 && at <= 1;
      }),
    );
  });

  it('moves by keys', () => {
    expect(key_target(whole, 'ArrowRight', 0)).toBe(3);
    expect(key_target(whole, 'PageDown', 9)).toBe(0);
    expect(key_target(whole, 'End', 0)).toBe(10);
    expect(key_target(whole, 'a', 0)).toBeUndefined();
    expect(key_target(whole, 'constructor', 0)).toBeUndefined();
  });

  it('takes the nearer thumb, and lets none pass the other', () => {
    expect(nearest_thumb([2, 8], 3)).toBe(0);
    expect(nearest_thumb([5, 5], 9)).toBe(1);
    expect(nearest_thumb([5], 0)).toBe(0);
    expect(with_thumb([2, 8], 0, 9)).toEqual([8, 8]);
    expect(with_thumb([2, 8], 1, 0)).toEqual([2, 2]);
  });

  it('shows numbers, dates and times', () => {
    expect(shown_value(whole, 3, undefined)).toBe('3');
    expect(shown_value(tenth, 0.5, undefined)).toBe('0.50');
    const day = { data_type: 'date', min: 0, max: 1, step: 1 } as const;
    expect(shown_value(day, Date.UTC(2026, 10, 24) * 1000, undefined)).toBe('2026-11-24');
    const time = { data_type: 'time', min: 0, max: 1, step: 1 } as const;
    expect(shown_value(time, (9 * 60 + 30) * 60 * 1_000_000, undefined)).toBe('09:30');
  });

  it('says the time of day of a moment where its steps are none of whole days', () => {
    const moment = { data_type: 'datetime', min: 0, max: 1 } as const;
    const noon = Date.UTC(2026, 10, 24, 12) * 1000;
    const day = 86_400_000_000;
    expect(shown_value({ ...moment, step: day }, noon, undefined)).toBe('2026-11-24');
    expect(shown_value({ ...moment, step: 7 * day }, noon, undefined)).toBe('2026-11-24');
    expect(shown_value({ ...moment, step: day / 24 }, noon, undefined)).toBe('2026-11-24 12:00');
  });

  it('tells the share of its track', () => {
    expect(share_of(whole, 5)).toBe(0.5);
    expect(share_of({ ...whole, max: 0 }, 0)).toBe(0);
  });
});
