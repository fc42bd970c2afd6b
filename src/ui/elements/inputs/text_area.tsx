import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { REQUIRED, useDraft } from '../../parts/draft.ts';
import { control_props, Field } from '../../parts/field.tsx';
import type { Component } from '../component.ts';
import './text_area.css';

export const text_area: Component<'text_area'> = ({ element, value, onChange }) => {
  const { height, required } = element;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const send = (text: string) => {
    if (required && text.trim() === '') return REQUIRED;
    onChange(text);
    return undefined;
  };
  const draft = useDraft(value ?? '', send, required);
  useLayoutEffect(() => {
    if (area.current && height === 'content') fit_to_text(area.current);
  }, [draft.text, height]);
  return (
    <Field
      element={element}
      id={id}
      names={['stTextArea', 'stTextAreaRootElement']}
      draft={draft}
      keys="command_enter"
      height={typeof height === 'number' ? 'fixed' : height}
    >
      <textarea
        ref={area}
        {...control_props(element, id, draft)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          draft.enter();
        }}
      />
    </Field>
  );
};

/** As high as its text, where the browser cannot do that by itself (`field-sizing`). */
function fit_to_text(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}
