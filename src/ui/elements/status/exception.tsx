import { AlertBox } from '../../parts/alert_box.tsx';
import { CopyButton } from '../../parts/copy_button.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import type { Component } from '../component.ts';
import './exception.css';

export const exception: Component<'exception'> = ({ element }) => {
  const { exception_type, message, message_is_markdown, stack_trace, is_warning, hint } = element;
  const text = [
    ...(stack_trace.length > 0 ? ['Traceback:', ...stack_trace] : []),
    message === '' ? exception_type : `${exception_type}: ${message}`,
  ].join('\n');
  return (
    <div class="stException" data-testid="stException">
      <AlertBox level={is_warning ? 'warning' : 'error'}>
        <div class="stAlertText">
          <div class="stExceptionMessage" data-testid="stExceptionMessage">
            <strong>{exception_type}</strong>
            {message !== '' && ': '}
            {message_is_markdown ? <Markdown body={message} /> : <span>{message}</span>}
          </div>
          {hint !== undefined && (
            <div class="stExceptionHint" data-testid="stExceptionHint">
              <Markdown body={hint} />
            </div>
          )}
          {stack_trace.length > 0 && <Traceback lines={stack_trace} />}
        </div>
        <CopyButton text={text} testid="stExceptionCopyButton" label="Copy error" />
      </AlertBox>
    </div>
  );
};

function Traceback({ lines }: { lines: readonly string[] }) {
  return (
    <div class="stExceptionTraceback" data-testid="stExceptionTraceback">
      <div>Traceback:</div>
      <pre>
        <code>
          {lines.map((line) => (
            <div data-testid="stExceptionTraceRow">{line}</div>
          ))}
        </code>
      </pre>
    </div>
  );
}
