import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds of times, in seconds: from a commit on a fast disk to a store that hangs. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const NANOSECONDS = 1e9;

/** What the gauges of the moment read. */
export interface Reading {
  connections: number;
  rooms: number;
  /** Bytes that wait to be stored. */
  unsaved: number;
  /** Rooms with edits whose predecessors never came. */
  gaps: number;
}

/** Counts what a hub does, for Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  private framesOut = 0;
  private bytesOut = 0;
  private framesIn = 0;
  private bytesIn = 0;
  private readonly updatesIn = this.counter('updates_total', 'Updates of clients that changed something.');
  private readonly pauses = this.counter(
    'throttled_total',
    'Times that a client was read no more for its rate.'
  );
  private readonly behinds = this.counter('behind_total', 'Times that a client fell behind.');
  private readonly closes = this.counter('closes_total', 'Connections that the hub ended, by code.', [
    'code'
  ]);
  private readonly refusals = this.counter('refused_total', 'Connections not let in, by reason.', ['reason']);
  private readonly failures = this.counter('store_failures_total', 'Writes that the store did not take.');
  private readonly ack = this.histogram('ack_seconds', 'From an update until it is durable.');
  private readonly store = this.histogram('store_seconds', 'Time of one write of a room to the store.');
  private readonly delay = monitorEventLoopDelay({ resolution: 10 });

  /** `read` tells the state of the moment when it is asked for. */
  constructor(read: () => Reading) {
    this.total('frames_sent_total', 'Frames sent to clients.', () => this.framesOut);
    this.total('sent_bytes_total', 'Bytes of frames sent to clients.', () => this.bytesOut);
    this.total('frames_received_total', 'Frames that clients sent.', () => this.framesIn);
    this.total('received_bytes_total', 'Bytes of frames that clients sent.', () => this.bytesIn);
    this.gauge('connections', 'Clients that are connected.', () => read().connections);
    this.gauge('rooms', 'Rooms in memory.', () => read().rooms);
    this.gauge('unsaved_bytes', 'Bytes of updates that wait to be stored.', () => read().unsaved);
    this.gauge('gap_rooms', 'Rooms with edits whose predecessors never came.', () => read().gaps);
    this.gauge('resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    this.gauge('heap_bytes', 'Memory of the heap in use.', () => process.memoryUsage().heapUsed);
    this.gauge('event_loop_delay_p99_seconds', 'Delay of the event loop since it was last asked for.', () => {
      const seconds = this.delay.percentile(99) / NANOSECONDS;
      this.delay.reset();
      return seconds;
    });
    this.delay.enable();
  }

  sent(bytes: number, frames = 1): void {
    this.framesOut += frames;
    this.bytesOut += bytes;
  }

  received(bytes: number): void {
    this.framesIn++;
    this.bytesIn += bytes;
  }

  updated(): void {
    this.updatesIn.inc();
  }

  throttled(): void {
    this.pauses.inc();
  }

  fellBehind(): void {
    this.behinds.inc();
  }

  closed(code: number): void {
    this.closes.inc({ code });
  }

  refused(reason: string): void {
    this.refusals.inc({ reason });
  }

  acknowledged(milliseconds: number): void {
    this.ack.observe(milliseconds / 1000);
  }

  stored(milliseconds: number): void {
    this.store.observe(milliseconds / 1000);
  }

  storeFailed(): void {
    this.failures.inc();
  }

  /** All of it in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  close(): void {
    this.delay.disable();
    this.registry.clear();
  }

  private counter<T extends string = never>(name: string, help: string, labelNames: T[] = []): Counter<T> {
    return new Counter({ name: `weft_hub_${name}`, help, labelNames, registers: [this.registry] });
  }

  /** A counter that is kept as a plain number, as it counts many thousand times a second. */
  private total(name: string, help: string, read: () => number): void {
    new Counter({
      name: `weft_hub_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(read());
      }
    });
  }

  private gauge(name: string, help: string, read: () => number): void {
    const registers = [this.registry];
    new Gauge({
      name: `weft_hub_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      }
    });
  }

  private histogram(name: string, help: string): Histogram {
    return new Histogram({ name: `weft_hub_${name}`, help, buckets: SECONDS, registers: [this.registry] });
  }
}
