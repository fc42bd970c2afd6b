/** Small parts that the panels of secrets and deletion share. */
import type { ComponentChildren, InputHTMLAttributes, JSX, PartialInputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import type { Outcome } from './outcome.ts';

type InputProps = Omit<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'class' | 'id' | 'role' | 'type' | 'label'
>;

export interface FieldProps extends InputProps {
  readonly label: string;
  readonly type?: 'file' | 'password' | 'text';
  /** Shown under the input, and read with it. */
  readonly note?: ComponentChildren;
}

export function Field({ label, note, type = 'text', ...input }: FieldProps): JSX.Element {
  const id = useId();
  const described = note === undefined ? {} : { 'aria-describedby': `${id}-note` };
  // Its type decides which roles an input may have; ours is one of three that have none to choose.
  const attributes = { type, ...input, ...described } as InputHTMLAttributes;
  return (
    <div class="stPanelField">
      <label for={id}>{label}</label>
      <input id={id} {...attributes} />
      {note !== undefined && (
        <div id={`${id}-note`} class="stPanelNote">
          {note}
        </div>
      )}
    </div>
  );
}

export interface SubmitProps {
  readonly kind?: 'bordered' | 'primary';
  readonly busy: boolean;
  readonly children: ComponentChildren;
}

/** The button of a form. While it works it stays where it is, so that the focus does. */
export function Submit({ kind = 'primary', busy, children }: SubmitProps): JSX.Element {
  return (
    <button type="submit" class={`stControl stControl-${kind}`} aria-disabled={busy} data-busy={busy}>
      {children}
    </button>
  );
}

/** Said aloud when it comes. */
export function Said({ outcome }: { readonly outcome: Outcome | undefined }): JSX.Element {
  return (
    <div class="stPanelSaid">
      <div role="status">{outcome?.kind === 'done' ? outcome.said : ''}</div>
      <div role="alert">
        {outcome?.kind === 'failed' && (
          <>
            <strong>{outcome.message}.</strong> {outcome.hint}
          </>
        )}
      </div>
    </div>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Opened by whoever needs it. */
export function Section({ title, children }: SectionProps): JSX.Element {
  return (
    <details class="stPanelSection">
      <summary>{title}</summary>
      <div class="stPanelStack">{children}</div>
    </details>
  );
}
