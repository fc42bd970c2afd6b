/** What an app may do and how often it did; takes it back. */
import type { ComponentChildren, JSX } from 'preact';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import { Section } from './parts.tsx';
import { PermissionsLog } from './permissions_log.tsx';
import { abilities, type Grant, type PermissionsView, type Want } from './permissions_view.ts';
import { ability_words, name_of, scope_words, uses_text } from './permissions_words.ts';

export interface PermissionsPanelProps {
  readonly app_name: string;
  readonly view: PermissionsView;
  /** Takes a grant or a refusal back: the app's next try asks again. */
  readonly onForget: (want: Want) => void;
  readonly onClose: () => void;
}

export function PermissionsPanel({ app_name, view, onForget, onClose }: PermissionsPanelProps): JSX.Element {
  const { grants, refused, log } = view;
  const of = (kind: Want['kind']) => grants.filter(({ want }) => want.kind === kind);
  return (
    <Dialog title="Permissions" testid="stPermissionsPanel" onClose={onClose} wide>
      <div class="stPanelStack">
        <p>
          <strong>{app_name}</strong> runs in a sandbox of this page. Apart from what is listed here it
          reaches nothing.
        </p>
        <Group
          title="Hosts"
          empty="It has asked for no host that you allowed."
          grants={of('data')}
          onForget={onForget}
        />
        <Group
          title="Sealed secrets"
          empty="None of your secrets may be sent anywhere."
          grants={of('secret')}
          onForget={onForget}
        />
        <h3 class="stPermissionsTitle">This device</h3>
        <ul class="stPanelList stPermissionsList">
          {abilities.map((ability) => {
            const [grant] = of(ability);
            const { name } = ability_words[ability];
            return grant ? (
              <Row key={ability} name={name} note={note_of(grant)}>
                <Forget want={grant.want} label="Revoke" onForget={onForget} />
              </Row>
            ) : (
              <li key={ability} class="stPermissionsNone">
                {name}
                <span class="stPanelNote">not allowed</span>
              </li>
            );
          })}
        </ul>
        {refused.length > 0 && (
          <>
            <h3 class="stPermissionsTitle">Turned down in this visit</h3>
            <ul class="stPanelList stPermissionsList">
              {refused.map((want) => (
                <Row key={name_of(want)} name={name_of(want)} note="not allowed">
                  <Forget want={want} label="Ask again" onForget={onForget} />
                </Row>
              ))}
            </ul>
          </>
        )}
        <Section title={`Requests of this visit (${log.length})`}>
          <PermissionsLog log={log} />
        </Section>
      </div>
    </Dialog>
  );
}

interface GroupProps {
  readonly title: string;
  readonly empty: string;
  readonly grants: readonly Grant[];
  readonly onForget: (want: Want) => void;
}

function Group({ title, empty, grants, onForget }: GroupProps): JSX.Element {
  return (
    <>
      <h3 class="stPermissionsTitle">{title}</h3>
      {grants.length === 0 ? (
        <p class="stPanelNote">{empty}</p>
      ) : (
        <ul class="stPanelList stPermissionsList">
          {grants.map((grant) => (
            <Row key={name_of(grant.want)} name={name_of(grant.want)} note={note_of(grant)}>
              <Forget want={grant.want} label="Revoke" onForget={onForget} />
            </Row>
          ))}
        </ul>
      )}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly note: string;
  readonly children: ComponentChildren;
}

function Row({ name, note, children }: RowProps): JSX.Element {
  return (
    <li>
      <span class="stPermissionsName">
        {name}
        <span class="stPanelNote">{note}</span>
      </span>
      {children}
    </li>
  );
}

interface ForgetProps {
  readonly want: Want;
  readonly label: string;
  readonly onForget: (want: Want) => void;
}

function Forget({ want, label, onForget }: ForgetProps): JSX.Element {
  return (
    <Control kind="bordered" aria-label={`${label}: ${name_of(want)}`} onClick={() => onForget(want)}>
      {label}
    </Control>
  );
}

function note_of(grant: Grant): string {
  return `${uses_text(grant)}; ${scope_words[grant.scope]}`;
}
