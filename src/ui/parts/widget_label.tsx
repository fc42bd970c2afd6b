/** The label over a widget, with its help. A hidden label keeps its place, a collapsed one does not; their controls say them. */
import type { JSX } from 'preact';
import { Markdown } from './markdown.tsx';
import { TooltipIcon } from './tooltip.tsx';
import './widget_label.css';

export interface WidgetLabelProps {
  readonly label: string;
  /** The id of the control it names. */
  readonly for?: string;
  readonly id?: string;
  readonly help?: string | undefined;
  readonly visibility?: 'visible' | 'hidden' | 'collapsed' | undefined;
  readonly disabled?: boolean | undefined;
}

type Visibility = WidgetLabelProps['visibility'];

const is_seen = (visibility: Visibility) => visibility === undefined || visibility === 'visible';

/** The name of a control whose label is not shown: nothing that is hidden names it everywhere. */
export function unseen_name(label: string, visibility: Visibility) {
  return is_seen(visibility) ? {} : { 'aria-label': label };
}

/** The same for what a label names by its `id`. */
export function name_by(id: string, label: string, visibility: Visibility) {
  return is_seen(visibility) ? { 'aria-labelledby': id } : unseen_name(label, visibility);
}

export function WidgetLabel(props: WidgetLabelProps): JSX.Element {
  const { label, id, help, visibility = 'visible', disabled = false } = props;
  const control = props.for;
  return (
    <div
      class={`stWidgetLabel stWidgetLabel-${visibility}`}
      data-testid="stWidgetLabel"
      data-disabled={disabled}
    >
      <label id={id} for={control}>
        <Markdown body={label} inline links />
      </label>
      {help !== undefined && visibility === 'visible' && <TooltipIcon help={help} />}
    </div>
  );
}
