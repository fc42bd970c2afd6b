// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { help } from './help.tsx';

beforeAll(() => import('./help_view.tsx'));

describe.each(cases_of('help'))('$name', ({ element }) => {
  it('shows what the object is and what its docstring says', async () => {
    show(help, element);
    expect(screen.getByTestId('stHelp').className).toBe('stHelp');
    await screen.findByTestId('stHelpDoc');
    expect(screen.getByTestId('stHelpType').textContent).toBe(element.object_type);
    expect(screen.getByTestId('stHelpValue').textContent).toBe(element.value);
    expect(screen.getByTestId('stHelpDoc').textContent).toBe(element.doc_string || 'No docs available');
  });
});

it('lists the members', async () => {
  const member = { name: 'upper', object_type: 'method', value: 'upper()', doc_string: 'In capitals.' };
  show(help, {
    type: 'help',
    name: 'x',
    object_type: 'str',
    value: "'a'",
    doc_string: '',
    members: [member],
  });
  expect((await screen.findByTestId('stHelpMember')).textContent).toBe('upper methodupper()In capitals.');
});
