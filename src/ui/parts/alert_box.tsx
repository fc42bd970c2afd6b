/** The coloured box of alerts and exceptions. */
import type { ComponentChildren, JSX } from 'preact';
import './alert_box.css';

export type AlertLevel = 'error' | 'warning' | 'info' | 'success';

const contents: Readonly<Record<AlertLevel, string>> = {
  error: 'stAlertContentError',
  warning: 'stAlertContentWarning',
  info: 'stAlertContentInfo',
  success: 'stAlertContentSuccess',
};

export function AlertBox({
  level,
  children,
}: {
  level: AlertLevel;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="stAlertContainer" data-testid="stAlertContainer" data-level={level} role="alert">
      <div class="stAlertContent" data-testid={contents[level]}>
        {children}
      </div>
    </div>
  );
}
