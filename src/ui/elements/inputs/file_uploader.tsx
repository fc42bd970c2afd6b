import { useId, useRef, useState } from 'preact/hooks';
import { DrawnIcon } from '../../parts/icon.tsx';
import { useServices } from '../../parts/services.ts';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/button.css';
import '../../parts/field.css';
import './file_uploader.css';
import { limits_text } from './file_uploader_check.ts';
import { chosen_of, dropped_files } from './file_uploader_drop.ts';
import { FileList } from './file_uploader_list.tsx';
import { useUploads } from './file_uploader_uploads.ts';

export const file_uploader: Component<'file_uploader'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, disabled = false, types, multiple } = element;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [over, set_over] = useState(false);
  const uploads = useUploads({ element, value, onChange, services: useServices() });
  const is_drop = ({ dataTransfer }: DragEvent) =>
    !disabled && dataTransfer?.types.includes('Files') === true;
  return (
    <div class="stFileUploader" data-testid="stFileUploader">
      <WidgetLabel
        for={id}
        id={`${id}-label`}
        label={label}
        help={help}
        visibility={label_visibility}
        disabled={disabled}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer alone. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button inside has the keys. */}
      <div
        class="stFileUploaderDropzone"
        data-testid="stFileUploaderDropzone"
        data-over={over}
        data-disabled={disabled}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          if (!is_drop(event)) return;
          event.preventDefault();
          set_over(true);
        }}
        onDragLeave={() => set_over(false)}
        onDrop={(event) => {
          if (!is_drop(event) || !event.dataTransfer) return;
          event.preventDefault();
          set_over(false);
          void dropped_files(event.dataTransfer, multiple === 'directory').then(uploads.choose);
        }}
      >
        <input
          ref={input}
          id={id}
          type="file"
          class="st-visually-hidden"
          data-testid="stFileUploaderDropzoneInput"
          // The button is what the keyboard comes to.
          tabIndex={-1}
          accept={types?.join(',')}
          multiple={multiple !== undefined}
          {...(multiple === 'directory' && { webkitdirectory: true })}
          disabled={disabled}
          aria-describedby={`${id}-limits`}
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => {
            const files = chosen_of(currentTarget.files);
            // The same file can be chosen again.
            currentTarget.value = '';
            void uploads.choose(files);
          }}
        />
        <button
          ref={button}
          type="button"
          class="stBaseButton stBaseButton-secondary"
          data-testid="stBaseButton-secondary"
          disabled={disabled}
          // No part of its name: whoever looks for the label is to find the input.
          aria-describedby={`${id}-label ${id}-limits`}
        >
          <DrawnIcon name="upload" />
          Upload
        </button>
        <span
          id={`${id}-limits`}
          class="stFileUploaderDropzoneInstructions"
          data-testid="stFileUploaderDropzoneInstructions"
        >
          {limits_text(element)}
        </span>
      </div>
      <FileList
        rows={uploads.rows}
        disabled={disabled}
        onRemove={(key) => {
          uploads.remove(key);
          // The button that was pressed is gone.
          button.current?.focus();
        }}
      />
      <div class="st-visually-hidden" role="status">
        {uploads.news}
      </div>
    </div>
  );
};
