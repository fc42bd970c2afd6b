/** Wakes those who wait for something to have changed. What changed they look up themselves. */
export class Bell {
  #waiting: (() => void)[] = [];

  ring(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  wait(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }
}
