/** An encrypted file with everything in the vault: made, and read back. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useAct } from './outcome.ts';
import { Field, Said, Section, Submit } from './parts.tsx';
import { NewPassphrase, Passphrase } from './passphrase_fields.tsx';
import type { VaultActions } from './vault_view.ts';

export function ExportBackup({ run }: { readonly run: VaultActions['export_backup'] }): JSX.Element {
  const [passphrase, set_passphrase] = useState<string>();
  const exporting = useAct(run);
  return (
    <Section title="Save a backup">
      <p>
        The file is encrypted with a passphrase of its own. Keep both where this browser's data cannot be lost
        with them.
      </p>
      <form
        class="stPanelStack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== undefined) void exporting.run(passphrase);
        }}
      >
        <NewPassphrase label="Passphrase of the backup" onChange={set_passphrase} />
        <Submit kind="bordered" busy={exporting.busy}>
          {exporting.busy ? 'Encrypting…' : 'Save the file'}
        </Submit>
      </form>
      <Said outcome={exporting.outcome} />
    </Section>
  );
}

export interface ImportBackupProps {
  /** Into an open vault, or into a new one where there is none. */
  readonly into: 'absent' | 'open';
  readonly run: VaultActions['import_backup'];
}

export function ImportBackup({ into, run }: ImportBackupProps): JSX.Element {
  const [file, set_file] = useState<File>();
  const [passphrase, set_passphrase] = useState('');
  const [replace, set_replace] = useState(false);
  const importing = useAct(run);
  const id = useId();
  return (
    <Section title="Read a backup">
      {into === 'absent' && <p>The passphrase of the backup becomes the passphrase of the vault.</p>}
      <form
        class="stPanelStack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (file && (await importing.run(file, passphrase, replace ? 'replace' : 'keep')))
            set_passphrase('');
        }}
      >
        <Field
          label="File"
          type="file"
          required
          accept=".json,.tablit-vault,application/json"
          onChange={(event) => set_file(event.currentTarget.files?.[0])}
        />
        <Passphrase label="Passphrase of the backup" value={passphrase} onInput={set_passphrase} />
        {into === 'open' && (
          <div class="stPanelCheck">
            <input id={id} type="checkbox" checked={replace} onChange={() => set_replace(!replace)} />
            <label for={id}>Replace secrets that are in the vault already</label>
          </div>
        )}
        <Submit kind="bordered" busy={importing.busy}>
          {importing.busy ? 'Reading…' : 'Read the file'}
        </Submit>
      </form>
      <Said outcome={importing.outcome} />
    </Section>
  );
}
