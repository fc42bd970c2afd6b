import { describe, expect, test } from 'vitest';
import { frame_document } from './frame.ts';
import { frame_policy, page_policy } from './policy.ts';

const sha256 = `${'A'.repeat(43)}=`;
const other_sha256 = `${'B'.repeat(43)}=`;

/** A policy as a table: directive → its sources. */
function parsed(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe.each([
  ['page', page_policy({ bootstrap_sha256: sha256 })],
  ['frame', frame_policy({ bootstrap_sha256: sha256 })],
])('the policy of the %s', (_name, policy) => {
  const directives = parsed(policy);

  test('forbids what it does not name', () => {
    expect(directives['default-src']).toEqual(["'none'"]);
    for (const name of ['object-src', 'base-uri', 'form-action'])
      expect(directives[name]).toEqual(["'none'"]);
  });

  test('runs no inline script but the bootstrap, and no eval', () => {
    expect(directives['script-src']).toContain(`'sha256-${sha256}'`);
    expect(directives['script-src']).toContain("'wasm-unsafe-eval'");
    expect(directives['script-src']).not.toContain("'unsafe-inline'");
    expect(directives['script-src']).not.toContain("'unsafe-eval'");
  });

  test('fits an attribute in double quotes', () => {
    expect(policy).not.toMatch(/["<>\n]/);
  });
});

test('the frame may connect to nothing and load scripts from Blobs only', () => {
  const directives = parsed(frame_policy({ bootstrap_sha256: sha256 }));
  expect(directives['connect-src']).toEqual(["'none'"]);
  expect(directives['script-src']).not.toContain("'self'");
  expect(directives['worker-src']).toEqual(['blob:']);
});

test('the page allows all that its frame needs, as the frame can only narrow it', () => {
  const page = parsed(page_policy({ bootstrap_sha256: sha256 }));
  const frame = parsed(frame_policy({ bootstrap_sha256: sha256 }));
  for (const name of ['script-src', 'worker-src']) {
    expect(page[name]).toEqual(expect.arrayContaining(frame[name] ?? []));
  }
});

test('a one-file page allows its inline script by hash', () => {
  const policy = page_policy({
    bootstrap_sha256: sha256,
    inline_sha256: [other_sha256],
    connect: ["'none'"],
  });
  expect(parsed(policy)['script-src']).toContain(`'sha256-${other_sha256}'`);
  expect(parsed(policy)['connect-src']).toEqual(["'none'"]);
});

test('pictures and styles come from the page itself unless it says otherwise', () => {
  const closed = parsed(page_policy({ bootstrap_sha256: sha256 }));
  const open = parsed(page_policy({ bootstrap_sha256: sha256, media: ['https:'] }));
  for (const name of ['img-src', 'media-src', 'font-src', 'style-src']) {
    expect(closed[name]).not.toContain('https:');
    expect(open[name]).toContain('https:');
  }
});

test('what is no hash is refused, so that nothing can be slipped into a policy', () => {
  expect(() => page_policy({ bootstrap_sha256: "x' *" })).toThrow(TypeError);
});

test('the frame’s document states its policy before its script', () => {
  const html = frame_document({ text: 'start()', sha256 });
  expect(html.indexOf('Content-Security-Policy')).toBeGreaterThan(0);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>start()</script>'));
});
