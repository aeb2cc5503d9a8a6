import { type DestinationStream, pino } from 'pino';

/** What a hub records, and how bad it is. */
const EVENTS = {
  'hub started': 'info',
  'hub waits for its storage': 'error',
  'hub ending': 'info',
  'hub failed': 'fatal',
  'storage fails': 'error',
  'storage works again': 'info',
  'room not loaded': 'error',
  'room not stored': 'error',
  'room broken': 'error',
  'room not followed': 'warn',
  'room not compacted': 'warn',
  'not recorded': 'warn',
  'request failed': 'error',
  'no backups while the hub runs': 'warn',
  'client refused': 'info',
  'role changed': 'info'
} as const;

/** Records what happened, with facts that name no secret and quote no document. */
export type Log = (event: keyof typeof EVENTS, facts?: Readonly<Record<string, string | number>>) => void;

/** Writes one line of JSON per event; to standard error, where Jupyter's own log goes, unless told. */
export function createLog(destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  const logger = pino(
    {
      base: { service: 'weft-hub' },
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: level => ({ level }) }
    },
    destination
  );
  return (event, facts = {}) => logger[EVENTS[event]](facts, event);
}

export const logToStandardError: Log = createLog();
