/** What an app can take of the page, however it tries. Said in `docs/network.md`; a test holds the two together. */
export const limits = {
  /** Characters of an address. */
  url: 16_384,
  /** Headers of a request, and characters of all of them. */
  headers: 100,
  header_text: 65_536,
  /** Bytes. */
  request_body: 64_000_000,
  answer_body: 256_000_000,
  /** Bytes of request bodies that wait or are on their way, all together. */
  held_bodies: 128_000_000,
  /** Bytes of an answer that are kept for an app that has not asked for them yet. */
  ahead: 4_000_000,
  /** Requests on their way at once; others wait for their turn. */
  at_once: 16,
  waiting: 256,
  /** Milliseconds until an answer begins, and between two parts of it, unless the app wants less. */
  patience: 300_000,
  /** Milliseconds after which an answer that nobody reads on is given up. */
  unread: 60_000,
  /** Hosts that a reader may turn down in one visit before the app is not asked about any more. */
  refusals: 5,
  /** Questions that wait for the reader. */
  questions: 20,
  /** Entries of the request log. */
  log: 200,
  /** Characters. A shorter one could be guessed from where it is missing in an answer. */
  shortest_secret: 8,
} as const;
