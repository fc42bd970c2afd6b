import { expect, test } from 'vitest';
import { missing_needs, type Scope } from './needs.ts';

class Anything {}
class Frame {
  sandbox = '';
  srcdoc = '';
}
Object.assign(Frame.prototype, { sandbox: '', srcdoc: '' });

const current: Scope = {
  HTMLIFrameElement: Frame,
  Worker: Anything,
  MessageChannel: Anything,
  Blob,
  DecompressionStream: Anything,
  BigInt64Array,
  WebAssembly,
};

test('a current browser lacks nothing', () => {
  expect(missing_needs(current)).toEqual([]);
});

test.each([
  ['decompression streams', { ...current, DecompressionStream: undefined }],
  ['workers', { ...current, Worker: undefined }],
  [
    'WebAssembly exceptions',
    {
      ...current,
      WebAssembly: {
        ...current.WebAssembly,
        compileStreaming: WebAssembly.compileStreaming,
        validate: () => false,
      },
    },
  ],
])('a browser without %s is told so by name', (name, scope) => {
  expect(missing_needs(scope as Scope)).toEqual([name]);
});

test('a browser that has nothing gets the whole list', () => {
  expect(missing_needs({}).length).toBe(8);
});
