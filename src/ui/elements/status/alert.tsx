import { AlertBox } from '../../parts/alert_box.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import type { Component } from '../component.ts';

export const alert: Component<'alert'> = ({ element }) => {
  const { level, body, icon, title } = element;
  return (
    <div class="stAlert" data-testid="stAlert">
      <AlertBox level={level}>
        {icon !== undefined && (
          <span class="stAlertDynamicIcon" data-testid="stAlertDynamicIcon">
            <Icon icon={icon} />
          </span>
        )}
        <div class="stAlertText">
          {title !== undefined && (
            <div class="stAlertTitle" data-testid="stAlertTitle">
              <Markdown body={title} inline links />
            </div>
          )}
          <Markdown body={body} />
        </div>
      </AlertBox>
    </div>
  );
};
