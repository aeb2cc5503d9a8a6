import { arrange, type LayoutRequest, type Places } from '../../flow';

/** The job was given up because a newer one was started. */
export class Superseded extends Error {}

/** The job took longer than anyone waits for. */
export class LayoutTimeout extends Error {}

type Answer = { places: Places } | { fault: string };

const DEADLINE_MS = 30_000;

/** Ends the job under way. */
let endCurrent: (() => void) | null = null;

/**
 * Arranges nodes in a worker, so that the page stays free. A newer job ends the one before it, which then rejects
 * with `Superseded`. Where there are no workers, or the page's policy forbids them, it is done here.
 */
export async function layoutNewest(request: LayoutRequest): Promise<Places> {
  endCurrent?.();
  const worker = startWorker();
  if (!worker) {
    return arrange(request);
  }
  const answer = await ask(worker, request);
  if (answer === 'unavailable') {
    return arrange(request);
  }
  if ('fault' in answer) {
    throw new Error(answer.fault);
  }
  return answer.places;
}

function startWorker(): Worker | null {
  try {
    return typeof Worker === 'undefined'
      ? null
      : new Worker(new URL('./layout.worker.js', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

function ask(worker: Worker, request: LayoutRequest): Promise<Answer | 'unavailable'> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      worker.terminate();
      if (endCurrent === supersede) {
        endCurrent = null;
      }
    };
    const supersede = () => {
      end();
      reject(new Superseded('A newer layout was asked for.'));
    };
    const timer = setTimeout(() => {
      end();
      reject(new LayoutTimeout('The layout took too long; tidy a selection instead.'));
    }, DEADLINE_MS);
    endCurrent = supersede;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end();
      resolve(data);
    };
    worker.onerror = event => {
      event.preventDefault();
      end();
      resolve('unavailable');
    };
    worker.postMessage(request);
  });
}
