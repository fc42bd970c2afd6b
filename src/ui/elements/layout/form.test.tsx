// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { useDraft } from '../../parts/draft.ts';
import { control_props, Field } from '../../parts/field.tsx';
import { useForm } from '../../parts/form.ts';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { form } from './form.tsx';

beforeAll(preload_markdown);

const plain: ElementByType<'form'> = { type: 'form', key: 'f', form_id: 'f', border: true };

/** A field, as `st.text_input` is one. */
function Text({ sent, required = false }: { sent: string[]; required?: boolean }) {
  const send = (text: string) => void sent.push(`text ${text}`);
  const draft = useDraft('', (text) => send(text) as undefined, required);
  const element = { label: 'Text' };
  return (
    <Field element={element} id="text" names={['stTextInput', 'box']} draft={draft}>
      <input
        {...control_props(element, 'text', draft)}
        onKeyDown={({ key }) => key === 'Enter' && draft.enter()}
      />
    </Field>
  );
}

function Submit({ sent, disabled = false }: { sent: string[]; disabled?: boolean }) {
  const around = useForm();
  const press = () => {
    if (!around?.ready()) return;
    sent.push('submit');
    around.sent();
  };
  return (
    <div data-testid="stFormSubmitButton">
      <button type="button" disabled={disabled} onClick={press}>
        Go
      </button>
    </div>
  );
}

const type = (text: string) => fireEvent.input(screen.getByLabelText('Text'), { target: { value: text } });
const enter = () => fireEvent.keyDown(screen.getByLabelText('Text'), { key: 'Enter' });

describe.each(cases_of('form'))('$name', ({ element }) => {
  it('shows what it holds, with or without a border', () => {
    show(form, element, { children: <p>inside</p> });
    expect(screen.getByText('inside')).toBeTruthy();
    const box = screen.getByTestId('stForm');
    expect(box.dataset['border']).toBe(String(element.border ?? false));
    expect(box.className).toBe(`stForm st-key-${element.form_id.replace(' ', '-')}`);
  });
});

it('is submitted by Enter, with what is typed, and says so meanwhile', async () => {
  const sent: string[] = [];
  show(form, plain, { children: [<Text key="a" sent={sent} />, <Submit key="b" sent={sent} />] });
  type('x');
  await waitFor(() =>
    expect(screen.getByTestId('InputInstructions').textContent).toBe('Press Enter to submit form'),
  );
  enter();
  expect(sent).toEqual(['text x', 'submit']);
});

it.each([
  ['it does not take Enter', { enter_to_submit: false }, false],
  ['its first submit button is off', {}, true],
])('is not submitted by Enter when %s', async (_when, change, disabled) => {
  const sent: string[] = [];
  show(
    form,
    { ...plain, ...change },
    { children: [<Text key="a" sent={sent} />, <Submit key="b" sent={sent} disabled={disabled} />] },
  );
  type('x');
  await waitFor(() => expect(screen.getByTestId('InputInstructions').textContent).toBe(''));
  enter();
  expect(sent).toEqual(['text x']);
});

it('is sent with what is typed and not yet committed', () => {
  const sent: string[] = [];
  show(form, plain, { children: [<Text key="a" sent={sent} />, <Submit key="b" sent={sent} />] });
  type('x');
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(sent).toEqual(['text x', 'submit']);
});

it('is not sent while a required field is empty, which gets the focus', async () => {
  const sent: string[] = [];
  show(form, plain, {
    children: [<Text key="a" sent={sent} required />, <Submit key="b" sent={sent} />],
  });
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(sent).toEqual([]);
  await waitFor(() =>
    expect(screen.getByTestId('InputInstructions').textContent).toBe('This field is required'),
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Text')));
  type('x');
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(sent).toEqual(['text x', 'submit']);
});

it('is cleared after a submit when it wants that', async () => {
  const cleared: string[] = [];
  const services = { clear_form: (id: string) => cleared.push(id) };
  const { update } = show(form, plain, { services, children: <Submit sent={[]} /> });
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  update({ ...plain, clear_on_submit: true });
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  await waitFor(() => expect(cleared).toEqual(['f']));
});
