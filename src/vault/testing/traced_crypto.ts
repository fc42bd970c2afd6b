import type { CryptoPort } from '../crypto_port.ts';

/** The platform's cryptography that writes down each call: what was done, with which algorithm, on how many bytes. */
export interface TracedCrypto extends CryptoPort {
  readonly calls: string[];
}

export function tracedCrypto(keepsDerivedKeys = false): TracedCrypto {
  const calls: string[] = [];
  const subtle = new Proxy(globalThis.crypto.subtle, {
    get(target, method) {
      const call: unknown = Reflect.get(target, method);
      if (typeof call !== 'function') return call;
      return (...parameters: readonly unknown[]) => {
        calls.push(`${String(method)}(${parameters.map(summary).join(', ')})`);
        return Reflect.apply(call, target, parameters);
      };
    },
  });
  const random = (length: number) => {
    calls.push(`random(${length})`);
    return globalThis.crypto.getRandomValues(new Uint8Array(length));
  };
  return { subtle, random, keepsDerivedKeys, calls };
}

function summary(value: unknown): string {
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (value instanceof CryptoKey) return `${value.algorithm.name} key`;
  return (
    JSON.stringify(value, (_, inner: unknown) => (ArrayBuffer.isView(inner) ? inner.byteLength : inner)) ?? ''
  );
}
