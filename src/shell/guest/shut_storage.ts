/**
 * Takes this page's storage away from its own program, for as long as the page lives. Inside another page nothing of the
 * reader's is read and nothing is kept; said here once, it holds for whatever part of the page is written next. Each part
 * goes on as in a browser that blocks storage.
 */

const stores = ['indexedDB', 'localStorage', 'sessionStorage', 'caches'] as const;

/** `scope`: the window. Using what is shut throws a `SecurityError`, as where the browser itself blocks it. */
export function shut_storage(scope: object): void {
  for (const name of stores) {
    Object.defineProperty(scope, name, {
      configurable: false,
      get() {
        throw new DOMException('Inside another page nothing is kept.', 'SecurityError');
      },
    });
  }
}
