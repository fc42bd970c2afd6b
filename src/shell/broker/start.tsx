/** Puts the gate of one app together, with the browser's own effects, and shows the reader its questions and panel. */
import type { JSX } from 'preact';
import { PermissionsPanel } from '../../ui/panels/permissions_panel.tsx';
import { PermissionsQuestion } from '../../ui/panels/permissions_question.tsx';
import type { GuestQuestion } from '../../ui/panels/permissions_view.ts';
import { useSelect } from '../../ui/store/store.ts';
import { origin_of } from '../alike.ts';
import type { NetworkOptions } from '../app_network.ts';
import type { NetConnection } from '../network.ts';
import { show_panel } from '../panel.tsx';
import { source_of } from '../secrets/source_of.ts';
import { grants_of } from './access.ts';
import { Broker } from './broker.ts';
import { type Code, read_code } from './code.ts';
import { open_connection } from './connection.ts';
import { browser_effects } from './exchange.ts';
import { idb_grant_store } from './grant_store.ts';
import { Permissions } from './permissions.ts';
import { create_sealed } from './sealed.ts';

export interface StartedNetwork {
  readonly permissions: Permissions;
  open_connection(): NetConnection;
  show_panel(): void;
}

const nameless: Code = { id: 'guest', files: new Map() };

export function start_network(options: NetworkOptions): StartedNetwork {
  const { app, files, placeholders, source, guest, say } = options;
  const permissions = new Permissions({
    app: app.identity,
    async code() {
      // No grant is kept under it; to hash files a page has to be a secure context.
      if (guest) return nameless;
      const now = files();
      const code = await read_code(now);
      return app.own ? code : { ...code, origin: await origin_of(now, app.from) };
    },
    store: idb_grant_store(),
    now: Date.now,
  });
  const broker = new Broker({
    permissions,
    sealed: create_sealed(source_of(source), placeholders),
    effects: browser_effects,
    now: Date.now,
    own: new URL(location.href),
    say,
  });
  ask_reader(permissions, app.name, guest);
  addEventListener('pagehide', () => void permissions.write());
  return {
    permissions,
    open_connection: () => open_connection(broker),
    show_panel() {
      void permissions.open();
      show_panel((close) => <Panel app_name={app.name} {...{ permissions, broker }} onClose={close} />);
    },
  };
}

/** Shows the question that there is, as long as there is one. */
function ask_reader(permissions: Permissions, app_name: string, guest: GuestQuestion | undefined): void {
  let shown: number | undefined;
  let close: (() => void) | undefined;
  permissions.state.subscribe(() => {
    const { question } = permissions.state.get();
    if (question?.id === shown) return;
    close?.();
    shown = question?.id;
    close =
      question &&
      show_panel(() => (
        <PermissionsQuestion
          app_name={app_name}
          guest={guest}
          question={question}
          onAnswer={(answer) => permissions.answer(question.id, answer)}
        />
      ));
  });
}

interface PanelProps {
  readonly app_name: string;
  readonly permissions: Permissions;
  readonly broker: Broker;
  readonly onClose: () => void;
}

function Panel({ app_name, permissions, broker, onClose }: PanelProps): JSX.Element {
  const access = useSelect(permissions.state, (state) => state.access);
  const log = useSelect(broker.log, (all) => all);
  return (
    <PermissionsPanel
      app_name={app_name}
      view={{ grants: grants_of(access), refused: [...access.refused.values()], log }}
      onForget={(want) => void permissions.forget(want)}
      onClose={onClose}
    />
  );
}
