import { expect, it } from 'vitest';
import { shut_storage } from './shut_storage.ts';

it('leaves no way to what is stored, and cannot be undone', () => {
  const scope = { indexedDB: {}, localStorage: {}, sessionStorage: {}, caches: {}, other: 1 };
  shut_storage(scope);
  for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'] as const) {
    expect(() => scope[name]).toThrow(expect.objectContaining({ name: 'SecurityError' }));
    expect(() => Object.defineProperty(scope, name, { value: 1 })).toThrow(TypeError);
  }
  expect(scope.other).toBe(1);
});
