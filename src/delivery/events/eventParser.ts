/** One event of a stream. */
export interface StreamEvent {
  /** `message` when the stream names none. */
  readonly type: string;
  readonly data: string;
  /** The last `id` of the stream up to here; empty when there was none. */
  readonly lastId: string;
}

/** Reads a text of an event stream, cut anywhere, and gives the events that it ends; nothing when a reader would have to keep too much. */
export type EventParser = (text: string) => readonly StreamEvent[] | undefined;

/** Characters that one event may take. Ours have 200. */
const MOST = 65_536;
const LINE_END = /\r\n|\r|\n/;

/** Creates a reader of event streams as the HTML standard describes them (9.2.6). A byte order mark is for who decodes the bytes. */
export function createEventParser(): EventParser {
  let rest = '';
  let endedOnReturn = false;
  let event = EMPTY;

  return (text) => {
    const more = endedOnReturn && text.startsWith('\n') ? text.slice(1) : text; // the other half of a line end that was cut
    if (text !== '') endedOnReturn = text.endsWith('\r');
    const lines = (rest + more).split(LINE_END);
    rest = lines.pop() ?? '';
    const events: StreamEvent[] = [];
    for (const line of lines) {
      if (line === '') {
        if (event.data !== '') events.push(dispatched(event));
        event = { ...EMPTY, lastId: event.lastId };
      } else event = withLine(event, line);
    }
    return rest.length + event.data.length > MOST ? undefined : events;
  };
}

const EMPTY: StreamEvent = { type: '', data: '', lastId: '' };

const dispatched = ({ type, data, lastId }: StreamEvent): StreamEvent => ({
  type: type || 'message',
  data: data.slice(0, -1), // the end of its last line
  lastId,
});

function withLine(event: StreamEvent, line: string): StreamEvent {
  const colon = line.indexOf(':');
  const field = colon < 0 ? line : line.slice(0, colon); // a comment is a field without a name
  const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
  if (field === 'data') return { ...event, data: `${event.data}${value}\n` };
  if (field === 'event') return { ...event, type: value };
  if (field === 'id' && !value.includes('\0')) return { ...event, lastId: value };
  return event; // `retry` too: how long to wait is our own affair
}
