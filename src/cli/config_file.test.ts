import { expect, it } from 'vitest';
import { CONFIG } from '../share/config.ts';
import { check_config } from './config_file.ts';
import { project_of } from './testing/project.ts';

it('takes what is TOML, and an app without any', () => {
  check_config(project_of({ 'app.py': '', [CONFIG]: '[theme]\nbase = "dark"\n' }));
  check_config(project_of({ 'app.py': '' }));
});

it('names file, line and column of a slip, in one line', () => {
  const project = project_of({ 'app.py': '', [CONFIG]: '[theme]\nbase = dark\n' });
  expect(() => check_config(project)).toThrow(/^\.streamlit\/config\.toml, line 2, column 8: [^\n]+$/);
});
