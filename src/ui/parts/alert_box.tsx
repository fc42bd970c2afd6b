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

/** What went wrong is read out at once, the rest in its turn. */
const roles = { error: 'alert', warning: 'alert', info: 'status', success: 'status' } as const;

export function AlertBox({
  level,
  children,
}: {
  level: AlertLevel;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="stAlertContainer" data-testid="stAlertContainer" data-level={level} role={roles[level]}>
      <div class="stAlertContent" data-testid={contents[level]}>
        {children}
      </div>
    </div>
  );
}
