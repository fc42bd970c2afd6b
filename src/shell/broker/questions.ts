/** Questions to the reader, one at a time. Who asks the same thing waits for the same answer. */
import type { Answer, Question } from '../../ui/panels/permissions_view.ts';
import { NetError, type TooMany } from './errors.ts';
import { limits } from './limits.ts';
import { key_of } from './wants.ts';

type Asked = Omit<Question, 'id'>;

interface Waiting {
  readonly question: Question;
  readonly key: string;
  readonly waiters: Set<(answer: Answer) => void>;
}

export class Questions {
  readonly #changed: () => void;
  #waiting: readonly Waiting[] = [];
  #last = 0;

  /** `changed` is called whenever `current` is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The question that the reader sees. */
  get current(): Question | undefined {
    return this.#waiting[0]?.question;
  }

  /**
   * Resolves with the reader's answer. Rejects with a `NetError`: `cancelled` when `signal` aborts, which withdraws the
   * question unless others wait for it too, and `too_many`.
   */
  ask(asked: Asked, signal: AbortSignal): Promise<Answer> {
    const key = asked.wants.map(key_of).join('\n');
    let waiting = this.#waiting.find((one) => one.key === key);
    if (!waiting) {
      if (this.#waiting.length >= limits.questions)
        return Promise.reject(new NetError('too_many', { what: 'questions' satisfies TooMany }));
      waiting = { question: { ...asked, id: ++this.#last }, key, waiters: new Set() };
      this.#set([...this.#waiting, waiting]);
    }
    const { waiters } = waiting;
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer): void => {
        signal.removeEventListener('abort', withdraw);
        resolve(answer);
      };
      const withdraw = (): void => {
        waiters.delete(settle);
        if (waiters.size === 0) this.#set(this.#waiting.filter((one) => one.key !== key));
        reject(new NetError('cancelled'));
      };
      if (signal.aborted) return withdraw();
      waiters.add(settle);
      signal.addEventListener('abort', withdraw, { once: true });
    });
  }

  /** The reader's answer. Of no effect for a question that is gone: it was withdrawn while the reader was reading. */
  answer(id: number, answer: Answer): void {
    const waiting = this.#waiting.find(({ question }) => question.id === id);
    if (!waiting) return;
    this.#set(this.#waiting.filter((one) => one !== waiting));
    for (const settle of waiting.waiters) settle(answer);
  }

  #set(waiting: readonly Waiting[]): void {
    const before = this.current;
    this.#waiting = waiting;
    if (this.current !== before) this.#changed();
  }
}
