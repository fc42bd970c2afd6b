// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { core_icons } from './core_icons.ts';
import { Icon, material_name } from './icon.tsx';

afterEach(cleanup);

it('a Material icon keeps its name as text, which the font draws', () => {
  render(<Icon icon=":material/home:" />);
  const icon = screen.getByTestId('stIconMaterial');
  expect(icon.textContent).toBe('home');
  expect(icon.getAttribute('aria-hidden')).toBe('true');
  expect(icon.dataset['core']).toBe('true');
});

it('one outside of the core set asks for the whole font', () => {
  render(<Icon icon=":material/owl:" label="Owl" />);
  expect(screen.getByRole('img', { name: 'Owl' }).dataset['core']).toBe('false');
});

it('an emoji is itself, the spinner turns', () => {
  render(<Icon icon="🎈" />);
  render(<Icon icon="spinner" />);
  expect(screen.getByTestId('stIconEmoji').textContent).toBe('🎈');
  expect(screen.getByTestId('stSpinnerIcon')).toBeTruthy();
});

it('the core set has names only', () => {
  for (const name of core_icons) expect(material_name(`:material/${name}:`)).toBe(name);
});
