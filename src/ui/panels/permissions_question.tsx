/** Asks the reader whether an app may do something. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import type { Answer, ChangedFile, GuestQuestion, Question, Want } from './permissions_view.ts';
import { ability_words, change_text, nearness_words } from './permissions_words.ts';
import { useSeen } from './use_seen.ts';

export interface PermissionsQuestionProps {
  readonly app_name: string;
  readonly question: Question;
  readonly onAnswer: (answer: Answer) => void;
  /** Milliseconds for which answers do not count: an app could have the reader click where the answer will be. */
  readonly guard?: number;
  /** Where the page is shown inside another one: nothing is allowed for longer than this visit. */
  readonly guest?: GuestQuestion | undefined;
}

/** Files that are named; of more only the number is said. */
const FILES_NAMED = 5;

export function PermissionsQuestion(props: PermissionsQuestionProps): JSX.Element {
  const { app_name, question, onAnswer, guard = 500, guest } = props;
  const box = useRef<HTMLDivElement>(null);
  const is_late = useLater(guard);
  const is_seen = useSeen(box, guard, guest?.sight === 'watched');
  const is_ready = is_late && is_seen;
  const answer = (value: Answer) => () => {
    if (is_ready) onAnswer(value);
  };
  const refuse = () => {
    if (is_late) onAnswer('refuse');
  };
  const near = nearness_words[question.near];
  return (
    <Dialog
      title={title_of(question.wants)}
      testid="stPermissionsQuestion"
      onClose={refuse}
      actions={
        <>
          <Control kind="bordered" aria-disabled={!is_late} onClick={refuse}>
            Don’t allow
          </Control>
          {guest?.sight !== 'unseen' && (
            <Control kind="bordered" aria-disabled={!is_ready} onClick={answer('visit')}>
              Allow once
            </Control>
          )}
          {!guest && (
            <Control kind="primary" aria-disabled={!is_ready} onClick={answer('app')}>
              Allow for this app
            </Control>
          )}
        </>
      }
    >
      <div ref={box} class="stPanelStack">
        <p>
          <strong>{app_name}</strong>
          {guest && (
            <>
              , which <strong>{guest.within ?? 'another page'}</strong> shows here,
            </>
          )}{' '}
          wants to
        </p>
        <ul class="stPermissionsWants">
          {question.wants.map((want) => (
            <li key={want_key(want)}>
              <WantLine want={want} />
            </li>
          ))}
        </ul>
        {question.sent_by !== undefined && (
          <p>
            <strong>{question.sent_by}</strong> sent the app’s request on to this host.
          </p>
        )}
        {near !== null && <p class="stPermissionsNear">{near} Allow it only if you know why.</p>}
        {question.changed && question.changed.length > 0 && (
          <ChangedFiles
            files={question.changed}
            title="The app’s code changed since you allowed it things:"
          />
        )}
        {guest ? (
          <GuestNote guest={guest} is_seen={is_seen} />
        ) : (
          <p class="stPanelNote">
            Once is until you close or reload this page. For this app is until its code changes; you can take
            it back under Permissions in the menu.
          </p>
        )}
      </div>
    </Dialog>
  );
}

function GuestNote({
  guest,
  is_seen,
}: {
  readonly guest: GuestQuestion;
  readonly is_seen: boolean;
}): JSX.Element {
  const { sight, elsewhere } = guest;
  return (
    <div class="stPanelNote">
      {sight === 'unseen' ? (
        <p>
          This browser cannot tell whether the page around the app covers this question. So nothing can be
          allowed here.
        </p>
      ) : is_seen ? (
        <p>Once is until you close or reload this page.</p>
      ) : (
        <p role="status">
          The page around the app covers this question in part, or not all of it is in sight. You can allow it
          when you see it whole.
        </p>
      )}
      {elsewhere !== undefined && (
        <p>
          <a href={elsewhere} target="_blank" rel="noopener">
            Open the app in a tab of its own
          </a>
        </p>
      )}
    </div>
  );
}

function WantLine({ want }: { readonly want: Want }): JSX.Element {
  if (want.kind === 'data') {
    return (
      <>
        send data to <strong>{want.host}</strong> and get data from it
      </>
    );
  }
  if (want.kind === 'secret') {
    return (
      <>
        have your secret <code>{want.name}</code> sent to <strong>{want.host}</strong>. The app itself does
        not see it.
      </>
    );
  }
  return <>{ability_words[want.kind].does}</>;
}

interface ChangedFilesProps {
  readonly title: string;
  readonly files: readonly ChangedFile[];
}

export function ChangedFiles({ title, files }: ChangedFilesProps): JSX.Element {
  const more = files.length - FILES_NAMED;
  return (
    <div class="stPanelWarning">
      <p>{title}</p>
      <ul>
        {files.slice(0, FILES_NAMED).map((file) => (
          <li key={file.path}>{change_text(file)}</li>
        ))}
        {more > 0 && <li>and {more === 1 ? 'one more file' : `${more} more files`}</li>}
      </ul>
    </div>
  );
}

function title_of([first]: readonly Want[]): string {
  if (first === undefined) return 'Allow this?';
  return 'host' in first ? `Allow ${first.host}?` : `Allow ${ability_words[first.kind].name.toLowerCase()}?`;
}

function want_key(want: Want): string {
  return want.kind === 'secret' ? `secret ${want.name}` : want.kind;
}

/** False at first, true after `ms`. */
export function useLater(ms: number): boolean {
  const [is_later, set_later] = useState(ms === 0);
  useEffect(() => {
    const timer = setTimeout(set_later, ms, true);
    return () => clearTimeout(timer);
  }, [ms]);
  return is_later;
}
