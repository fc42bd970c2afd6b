import { useId } from 'preact/hooks';
import { Markdown } from '../../parts/markdown.tsx';
import { TooltipIcon } from '../../parts/tooltip.tsx';
import { unseen_name } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import './checkbox.css';

export const checkbox: Component<'checkbox'> = ({ element, value, onChange }) => {
  const { label, variant, help, disabled = false, label_visibility = 'visible', wrap } = element;
  const id = useId();
  return (
    <div class="stCheckbox" data-testid="stCheckbox" data-variant={variant ?? 'checkbox'} data-wrap={wrap}>
      <label for={id} data-disabled={disabled}>
        <input
          id={id}
          type="checkbox"
          {...(variant === 'toggle' ? { role: 'switch' as const } : {})}
          checked={value}
          aria-checked={value}
          {...unseen_name(label, label_visibility)}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span class="stCheckboxMark" aria-hidden="true" />
        <span class={`stWidgetLabel-${label_visibility}`} data-testid="stWidgetLabel">
          <Markdown body={label} inline links />
        </span>
      </label>
      {help !== undefined && label_visibility === 'visible' && <TooltipIcon help={help} />}
    </div>
  );
};
