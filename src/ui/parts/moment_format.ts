/**
 * Dates and times as text: in the letters of Moment.js, which are what Streamlit's `format` is written in, and in
 * Streamlit's formats with a name. Values are wall time, told as UTC.
 */
import moment from 'moment';

export type MomentKind = 'date' | 'time' | 'datetime';

type Named = (at: moment.Moment, kind: MomentKind) => string;

/** Times of day have no day; this one they are given where a format asks for it. */
const DAY_OF_TIMES = Date.UTC(2000, 0, 1);

/** In the reader's language. */
const localized: Readonly<Record<MomentKind, Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'medium' },
  datetime: { dateStyle: 'medium', timeStyle: 'medium' },
};

/** What of an ISO 8601 text is said of each kind. */
const iso: Readonly<Record<MomentKind, readonly [from: number, to?: number]>> = {
  date: [0, 10],
  time: [11],
  datetime: [0],
};

const named: Readonly<Record<string, Named>> = {
  distance: (at) => at.from(wall_clock()),
  calendar: (at) => at.calendar(wall_clock()),
  iso8601: (at, kind) => at.toISOString().slice(...iso[kind]),
  localized: (at, kind) =>
    new Intl.DateTimeFormat(undefined, { ...localized[kind], timeZone: 'UTC' }).format(at.toDate()),
};

/** What the reader's clock shows, told as UTC, as the values are: an app's `datetime.now()` is `a few seconds ago`. */
function wall_clock(): moment.Moment {
  return moment().utc(true);
}

/** `micros`: microseconds since 1970, of a time of day since midnight. */
export function format_moment(micros: number, kind: MomentKind, format: string): string {
  const at = moment.utc(Math.floor(micros / 1000) + (kind === 'time' ? DAY_OF_TIMES : 0));
  const named_format = Object.hasOwn(named, format) ? named[format] : undefined;
  return named_format?.(at, kind) ?? at.format(format);
}
