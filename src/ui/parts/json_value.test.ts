import { expect, it } from 'vitest';
import { read_json, Verbatim, write_json } from './json_value.ts';

function value_of(text: string): unknown {
  const read = read_json(text);
  if (!('value' in read)) throw new Error(read.fault);
  return read.value;
}

it('reads JSON', () => expect(value_of('{"a": [1, null, "x"]}')).toEqual({ a: [1, null, 'x'] }));

it('keeps the digits of long integers', () => {
  expect(value_of('[12345678901234567890, 12]')).toEqual([new Verbatim('12345678901234567890'), 12]);
});

it('lets through what Python writes for numbers that JSON has not', () => {
  expect(value_of('{"a": NaN, "b": [-Infinity], "c": "NaN, Infinity"}')).toEqual({
    a: new Verbatim('NaN'),
    b: [new Verbatim('-Infinity')],
    c: 'NaN, Infinity',
  });
});

it('says what is wrong with a text that is no JSON', () => {
  expect(read_json('{"a": ')).toHaveProperty('fault');
  expect(read_json('NaNa')).toHaveProperty('fault');
});

it('keeps `__proto__` as a key like any other', () => {
  expect(write_json(value_of('{"__proto__": {"x": 1}}'))).toBe('{\n  "__proto__": {\n    "x": 1\n  }\n}');
});

it('writes what it read, indented', () => {
  expect(write_json(value_of('{"a":[1,NaN,{}],"b":"x"}'))).toBe(
    '{\n  "a": [\n    1,\n    NaN,\n    {}\n  ],\n  "b": "x"\n}',
  );
});
