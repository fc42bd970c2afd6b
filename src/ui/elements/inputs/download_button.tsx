import { useState } from 'preact/hooks';
import { AlertBox } from '../../parts/alert_box.tsx';
import { PushButton } from '../../parts/button.tsx';
import { useServices } from '../../parts/services.ts';
import type { Component } from '../component.ts';
import './download_button.css';

export const download_button: Component<'download_button'> = ({ element, onChange }) => {
  const services = useServices();
  const [fault, set_fault] = useState<string>();
  const press = async () => {
    set_fault(undefined);
    // The file first: the run that the click starts may make another one of it.
    set_fault(await download(element.id));
    if (element.on_change !== 'ignore') onChange(true);
  };
  const download = async (id: string) => {
    try {
      return await (await services.load()).download(id);
    } catch {
      return 'The part of this page that saves files could not be fetched.';
    }
  };
  return (
    <>
      <PushButton element={element} name="stDownloadButton" onPress={() => void press()} />
      {fault !== undefined && <AlertBox level="error">{fault}</AlertBox>}
    </>
  );
};
