import { expect, it } from 'vitest';
import { scripts_of } from './source_panel.tsx';

it('shows scripts alone, the one that starts the app first', () => {
  const blob = new Blob();
  const files = { 'a.py': blob, 'main.py': blob, 'data.csv': blob, 'b/c.py': blob };
  expect(scripts_of({ entrypoint: 'main.py', files }).map(([path]) => path)).toEqual([
    'main.py',
    'a.py',
    'b/c.py',
  ]);
});
