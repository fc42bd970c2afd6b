import { expect, it } from 'vitest';
import { CARRIED_PLACE, fold, with_carried } from './one_file.ts';
import { SITE_ELEMENT, type Site, start_files, with_site } from './site.ts';

const page = `<script type="application/json" id="${SITE_ELEMENT}"></script>`;
const file = (name: string) => ({ name, file: `engine/${name}`, size: 1, sha256: 'a' });
const site: Site = {
  version: '1',
  worker: { ...file('worker.js'), file: 'assets/worker.js' },
  engine: {
    version: '3',
    files: [file('a.wasm'), file('lib.zip')],
    python: file('p.zip'),
    image: file('p.image'),
    stdlib_rest: { ...file('lib.zip'), file: 'engine/rest.zip' },
  },
  packages: [
    { name: 'x', version: '1', file_name: 'x.whl', sha256: 'b', file: 'packages/x.whl' },
    { name: 'y', version: '1', file_name: 'y.whl', sha256: 'c', url: 'https://example.org/y.whl' },
  ],
  app: { kind: 'archive', name: 'app.py', url: 'app.tablit' },
  offline: { worker: 'sw.js', release: 'r' },
};

it('names a block for each file that the site has, and leaves what comes from elsewhere', () => {
  const { site: inside, files } = fold(site);
  const at = new Map(files.map(({ id, path }) => [`#${id}`, path]));
  const places = [inside.worker.file, inside.engine.files[0]?.file, inside.engine.image?.file];
  expect(places.map((place) => at.get(place ?? ''))).toEqual([
    'assets/worker.js',
    'engine/a.wasm',
    'engine/p.image',
  ]);
  expect(at.get(inside.engine.python.file)).toBe('engine/p.zip');
  expect(at.get(inside.app?.url ?? '')).toBe('app.tablit');
  expect(inside.packages.map((wheel) => at.get(wheel.file ?? '') ?? wheel.url)).toEqual([
    'packages/x.whl',
    'https://example.org/y.whl',
  ]);
  expect(inside.offline).toBeUndefined();
});

it('takes the whole standard library and not its rest', () => {
  const { site: inside, files } = fold(site);
  const paths = files.map(({ path }) => path);
  expect([paths.includes('engine/lib.zip'), paths.includes('engine/rest.zip')]).toEqual([true, false]);
  expect(start_files(inside.engine).every((needed) => needed.file.startsWith('#'))).toBe(true);
  expect(with_site(page, inside)).not.toContain('preload');
});

it('refuses a site of several apps, or one that is watched', () => {
  const { app: _app, ...several } = site;
  expect(() => fold(several)).toThrow(TypeError);
  expect(() => fold({ ...site, app: { kind: 'live', name: 'app.py', url: 'live/' } })).toThrow(TypeError);
});

it('puts blocks into the page as they are, patterns of replacement included', () => {
  const html = with_carried(`<body>${CARRIED_PLACE}</body>`, new Map([['a', "x$&$'="]]));
  expect(html).toBe(`<body><script type="text/plain;base64" id="a">x$&$'=</script></body>`);
  expect(() => with_carried('<body></body>', new Map())).toThrow(/no place/);
});
