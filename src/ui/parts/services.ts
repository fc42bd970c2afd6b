/** What few elements ask of the page besides a value. The page gives it by context, fetched when it is first used. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UploadAnswer } from '../../wire/upload.ts';
import type { Lazy } from './lazy.ts';

export interface Services {
  /** Hands a file to the script's worker under a safe name. Never rejects. */
  upload(widget: string, name: string, file: File): Promise<UploadAnswer>;
  /** The reader took it away. */
  remove_upload(file_id: string): void;
  /** Saves what a download button has on the reader's computer. Resolves with why it could not, in words. */
  download(widget: string): Promise<string | undefined>;
  /** The widgets of a form show their defaults again; the script hears of it with the next submit. */
  clear_form(form_id: string): void;
}

export const ServicesContext = createContext<Lazy<Services> | undefined>(undefined);

export function useServices(): Lazy<Services> {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('This component is shown outside of a page.');
  return services;
}
