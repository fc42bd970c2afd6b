/** The files of an uploader, three at a time, each with a button that takes it away. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { DrawnIcon, Icon } from '../../parts/icon.tsx';
import { size_text } from './file_uploader_check.ts';
import type { Row } from './file_uploader_uploads.ts';

const page_length = 3;

export interface FileListProps {
  readonly rows: readonly Row[];
  readonly disabled: boolean;
  readonly onRemove: (key: string) => void;
}

export function FileList({ rows, disabled, onRemove }: FileListProps): JSX.Element | null {
  const [wanted, turn_to] = useState(0);
  if (rows.length === 0) return null;
  const pages = Math.ceil(rows.length / page_length);
  const page = Math.min(wanted, pages - 1);
  return (
    <>
      <ul class="stFileUploaderFiles">
        {rows.slice(page * page_length, (page + 1) * page_length).map((row) => (
          <FileRow key={row.key} row={row} disabled={disabled} onRemove={onRemove} />
        ))}
      </ul>
      {pages > 1 && (
        <div class="stFileUploaderPagination" data-testid="stFileUploaderPagination">
          <span>
            Showing page {page + 1} of {pages}
          </span>
          <Turn to="Previous" icon="chevron_left" disabled={page === 0} onClick={() => turn_to(page - 1)} />
          <Turn
            to="Next"
            icon="chevron_right"
            disabled={page === pages - 1}
            onClick={() => turn_to(page + 1)}
          />
        </div>
      )}
    </>
  );
}

interface FileRowProps {
  readonly row: Row;
  readonly disabled: boolean;
  readonly onRemove: (key: string) => void;
}

function FileRow({ row, disabled, onRemove }: FileRowProps): JSX.Element {
  const { key, name, size, state, words } = row;
  return (
    <li class="stFileUploaderFile" data-testid="stFileUploaderFile" data-state={state}>
      {state === 'on_its_way' && <Icon icon="spinner" label="Uploading" />}
      {state === 'refused' && <Icon icon=":material/error:" label="Not taken" />}
      <div class="stFileUploaderFileData">
        <span class="stFileUploaderFileName" data-testid="stFileUploaderFileName" title={name}>
          {name}
        </span>
        {words === undefined ? (
          <small>{size_text(size)}</small>
        ) : (
          <small
            class="stFileUploaderFileErrorMessage"
            data-testid="stFileUploaderFileErrorMessage"
            role="alert"
          >
            {words}
          </small>
        )}
      </div>
      <span data-testid="stFileUploaderDeleteBtn">
        <button
          type="button"
          class="stFieldButton"
          disabled={disabled}
          aria-label={`Remove ${name}`}
          onClick={() => onRemove(key)}
        >
          <DrawnIcon name="close" />
        </button>
      </span>
    </li>
  );
}

interface TurnProps {
  readonly to: string;
  readonly icon: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function Turn({ to, icon, disabled, onClick }: TurnProps): JSX.Element {
  return (
    <button
      type="button"
      class="stFieldButton"
      aria-label={`${to} page`}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon icon={`:material/${icon}:`} />
    </button>
  );
}
