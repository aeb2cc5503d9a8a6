/** Records what happened, with facts that name no secret and quote no document. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number>>) => void;

/** Writes one line of JSON per event to standard error, where Jupyter's own log goes. */
export const logToStandardError: Log = (event, facts) => {
  const line = { time: new Date().toISOString(), service: 'weft-hub', event, ...facts };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};
