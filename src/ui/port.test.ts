import { describe, expect, it } from 'vitest';
import { read_element, read_message } from './port.ts';

describe('the port', () => {
  it('reads elements and the values that the script set', () => {
    const message = read_message({
      type: 'ops',
      run: 1,
      ops: [
        { op: 'element', path: [0, 0], json: '{"type":"text","body":"a"}' },
        { op: 'value', id: 'w', value: [1] },
      ],
    });
    expect(message).toEqual({
      type: 'ops',
      run: 1,
      ops: [{ op: 'element', path: [0, 0], element: { type: 'text', body: 'a' }, buffers: [] }],
      values: [{ id: 'w', value: [1] }],
    });
  });

  it('refuses a message that is not as agreed, naming the path', () => {
    const message = { type: 'ops', run: 1, ops: [{ op: 'trim', path: ['x'], length: 1 }] };
    expect(() => read_message(message)).toThrow('message.ops[0].path[0]: expected a whole number');
  });

  it.each([
    ['{"type":"text"}', 'text.body: expected a string'],
    ['{"type":"text","body":"a","onclick":"x"}', 'text.onclick: expected no such field'],
    ['{"type":"nothing"}', 'There is no element called "nothing".'],
    ['{"type":"__proto__"}', 'There is no element called "__proto__".'],
    ['[1', 'The element is not JSON'],
    ['null', 'There is no element called undefined.'],
  ])('turns %s into a card that says why', (json, message) => {
    const element = read_element(json);
    expect(element.type).toBe('bad_element');
    expect(element).toHaveProperty('message', expect.stringContaining(message));
  });
});
