import { type DestinationStream, pino } from 'pino';

/** Records what happened, with facts that name no secret and quote no document. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number>>) => void;

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
  return (event, facts = {}) => logger.info(facts, event);
}

export const logToStandardError: Log = createLog();
