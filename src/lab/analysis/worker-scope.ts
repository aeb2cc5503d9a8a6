/** The part of a worker's global scope in use here; the page's own types do not name it. */
export interface WorkerScope<T> {
  onmessage: ((event: MessageEvent<T>) => void) | null;
  postMessage(message: unknown): void;
}
