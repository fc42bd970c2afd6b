/** Asks the reader to unlock: one window at a time, and not again after it was waved away. */

export interface UnlockAsker {
  /** True when the vault is open afterwards. Who asks while a window is open waits for the same answer. */
  ask(reason: string): Promise<boolean>;
  /** The vault was opened some other way, or the app was started anew: a window may come again. */
  forgive(): void;
}

/** `show` opens the window and resolves with whether the vault is open when it is closed. */
export function make_unlock_asker(show: (reason: string) => Promise<boolean>): UnlockAsker {
  let asking: Promise<boolean> | undefined;
  let waved_away = false;
  return {
    async ask(reason) {
      if (waved_away) return false;
      asking ??= show(reason).finally(() => {
        asking = undefined;
      });
      const opened = await asking;
      waved_away = !opened;
      return opened;
    },
    forgive() {
      waved_away = false;
    },
  };
}
