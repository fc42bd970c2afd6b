import { PushButton } from '../../parts/button.tsx';
import type { Component } from '../component.ts';

export const button: Component<'button'> = ({ element, onChange }) => (
  <PushButton element={element} name="stButton" onPress={() => onChange(true)} />
);
