/** The chunk that draws what is known of an object. */
import type { JSX } from 'preact';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { useScroller } from '../../parts/scroller.ts';
import './help_view.css';

type Member = ElementByType<'help'>['members'][number];

export function HelpView(element: ElementByType<'help'>): JSX.Element {
  const { name, object_type, value, doc_string, members } = element;
  const doc = useScroller<HTMLDivElement>('Documentation');
  const list = useScroller<HTMLDivElement>('Members');
  return (
    <>
      <div class="stHelpHead">
        {name !== '' && <span data-testid="stHelpName">{name}</span>}
        {object_type !== '' && <span data-testid="stHelpType">{object_type}</span>}
        {value !== '' && <code data-testid="stHelpValue">{value}</code>}
      </div>
      <div ref={doc} class="stHelpDoc" data-testid="stHelpDoc">
        {doc_string === '' ? 'No docs available' : doc_string}
      </div>
      {members.length > 0 && (
        <div ref={list} class="stHelpMembers">
          <table data-testid="stHelpMembersTable">
            <tbody>{members.map(member_row)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}

function member_row({ name, object_type, value, doc_string }: Member) {
  return (
    <tr data-testid="stHelpMember">
      <th scope="row">
        <span data-testid="stHelpMemberDocName">{name}</span>{' '}
        <span class="stHelpMemberType" data-testid="stHelpMemberDocType">
          {object_type}
        </span>
      </th>
      <td>
        {value !== '' && <code data-testid="stHelpMemberDocValue">{value}</code>}
        {doc_string !== '' && <div>{doc_string}</div>}
        {value === '' && doc_string === '' && 'No docs available'}
      </td>
    </tr>
  );
}
