/** Whether the page's program runs: a sign on the document, as those who ask share nothing else. */

export function note_started(): void {
  document.documentElement.dataset['tablit'] = 'started';
}

export function is_started(): boolean {
  return document.documentElement.dataset['tablit'] === 'started';
}
