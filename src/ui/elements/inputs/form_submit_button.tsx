import { PushButton } from '../../parts/button.tsx';
import { useForm } from '../../parts/form.ts';
import type { Component } from '../component.ts';

export const form_submit_button: Component<'form_submit_button'> = ({ element, onChange }) => {
  const form = useForm();
  const press = () => {
    if (form && !form.ready()) return;
    onChange(true);
    form?.sent();
  };
  return <PushButton element={element} name="stFormSubmitButton" kind="FormSubmit" onPress={press} />;
};
