/** Names first; the text when it is asked for, or at once where there is none yet. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { type Act, useAct } from './outcome.ts';
import { Said, Submit } from './parts.tsx';
import type { KeptSecrets, TomlFaultView } from './secrets_panel.tsx';
import { TomlArea } from './toml_area.tsx';

export interface SecretsEditorProps {
  readonly kept: KeptSecrets;
  readonly check: (text: string) => Promise<TomlFaultView | undefined>;
  readonly save: Act<[text: string]>;
}

export function SecretsEditor({ kept, check, save }: SecretsEditorProps): JSX.Element {
  /** Undefined while it is not shown. */
  const [text, set_text] = useState<string | undefined>(kept.names.length === 0 ? '' : undefined);
  const [fault, set_fault] = useState<TomlFaultView>();
  const saving = useAct(save);

  const submit = async () => {
    if (text === undefined) return;
    const found = await check(text);
    set_fault(found);
    if (!found && (await saving.run(text)) && text.trim() !== '') set_text(undefined);
  };

  return (
    <>
      {text === undefined ? (
        <Names names={kept.names} onShow={async () => set_text(await kept.text())} />
      ) : (
        <form
          class="stPanelStack"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TomlArea text={text} fault={fault} check={check} onText={set_text} onFault={set_fault} />
          <div class="stPanelRow">
            <Submit busy={saving.busy}>{saving.busy ? 'Saving…' : 'Save and run again'}</Submit>
            {kept.names.length > 0 && (
              <Control kind="bordered" onClick={() => set_text(undefined)}>
                Hide
              </Control>
            )}
          </div>
        </form>
      )}
      <Said outcome={saving.outcome} />
    </>
  );
}

interface NamesProps {
  readonly names: readonly string[];
  readonly onShow: () => void;
}

function Names({ names, onShow }: NamesProps): JSX.Element {
  return (
    <>
      <ul class="stPanelList stSecretNames" aria-label="Names of the secrets">
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
            <span aria-hidden="true">••••••</span>
          </li>
        ))}
      </ul>
      <Control kind="bordered" onClick={onShow}>
        Show and edit
      </Control>
    </>
  );
}
