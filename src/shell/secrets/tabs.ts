/** Tells other tabs of this site that an app's secrets were saved. What they are is not said: a tab reads them itself. */

/** `heard` is called when another tab says so, as long as the page is open. Returns what tells them. */
export function join_tabs(identity: string, heard: () => void): () => void {
  const channel = new BroadcastChannel('tablit-secrets');
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === identity) heard();
  };
  return () => channel.postMessage(identity);
}
