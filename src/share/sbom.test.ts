import { expect, it } from 'vitest';
import { type Component, make_bill, wheel_component, with_parts } from './sbom.ts';

const subject: Component = { type: 'application', 'bom-ref': 'tablit', name: 'tablit', version: '1' };
const a: Component = { type: 'library', 'bom-ref': 'a', name: 'a' };
const b: Component = { type: 'library', 'bom-ref': 'b', name: 'b' };

it('is the same for the same parts, in whatever order they come', async () => {
  const bill = await make_bill(subject, [b, a]);
  expect(bill).toEqual(await make_bill(subject, [a, b]));
  expect(bill.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

it('takes more parts, each once, and is then another', async () => {
  const bill = await make_bill(subject, [a]);
  const more = await with_parts(bill, [b, { ...a, version: '2' }]);
  expect(more.components).toEqual([{ ...a, version: '2' }, b]);
  expect(more.serialNumber).not.toBe(bill.serialNumber);
});

it('names a package of Python as its index does', () => {
  const wheel = { name: 'Typing_Extensions', version: '4.1+local', file_name: 't.whl', sha256: 'ab' };
  expect(wheel_component(wheel)).toMatchObject({
    purl: 'pkg:pypi/typing-extensions@4.1%2Blocal',
    hashes: [{ alg: 'SHA-256', content: 'ab' }],
  });
});
