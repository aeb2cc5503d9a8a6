import {
  applyComment,
  mergePipelines,
  type Pipeline,
  readPipeline,
  replacePipeline,
  type SharedPipeline,
  writePipeline
} from '../pipeline';
import {
  CLOSE,
  type CommentRequest,
  type Hello,
  mayComment,
  mayEdit,
  type Notice,
  type Presence,
  type User
} from '../wire';
import { Announcer } from './announcer';
import { readPeers } from './peers';
import { Retry } from './retry';
import { type RoomAddress, RoomConnection } from './room-connection';
import { RoomDocument } from './room-document';
import type { Divergence, Peer, Session, SessionState } from './session';
import { Paced, realTimers, type Timers } from './timers';

/** The session as who opened the document sees it. */
export interface LiveSession extends Session {
  /**
   * Ends a divergence: the document goes over to the room's history, and the outcome is written on top of it as one
   * edit that can be undone. What the room got since `divergence` was read stays.
   * @param outcome what is here, what the room holds, or what was made of both
   */
  resolve(outcome: 'mine' | 'theirs' | Pipeline): void;
}

export interface SessionOptions {
  /**
   * What the views show. Until the room is there it shows what it shows now, read-only: the file, most often. Then it
   * goes over to the document of the room (`SharedPipeline.moveTo`): whatever is in it by then is not sent.
   */
  shared: SharedPipeline;
  /** Id of the document. */
  room: string;
  /**
   * Says where the room is, with a new token if it takes one; asked before each connection. `null`: there is no hub.
   * When it rejects, the hub is taken for lost and asked for again later.
   */
  connect(): Promise<RoomAddress | null>;
  /** Text of the pipeline file, for a room that nobody wrote to. */
  file: { text(): string };
  /** Who the user is where there is no hub to say it. */
  user?: User;
  WebSocket?: typeof WebSocket;
  timers?: Timers;
  /** Translates sentences. */
  trans?: { __(text: string): string };
}

/** Opens a room for live editing, and keeps it open: see `Session`. */
export function createSession(options: SessionOptions): LiveSession {
  return new RoomSession(options);
}

/** How often others hear of this user at most, in milliseconds. */
const PRESENCE_PACE = 50;
const START: SessionState = {
  connection: 'connecting',
  message: null,
  role: null,
  user: null,
  epoch: null,
  unsent: 0
};

class RoomSession implements LiveSession {
  private readonly announcer: Announcer;
  private readonly retry: Retry;
  private readonly presencePace: Paced;
  private presence: Presence = {};
  /** The document that is synchronised with the room, once there is one. */
  private document: RoomDocument | null = null;
  /** Whether `shared` shows that document. */
  private isShown = false;
  private connection: RoomConnection | null = null;
  private isSynced = false;
  /** What is here and in no room: text of a pipeline file. */
  private mine: string | null = null;
  private startText: string | null = null;
  private readonly trans: { __(text: string): string };
  private attempts = 0;
  private ended = false;

  constructor(private readonly options: SessionOptions) {
    const timers = options.timers ?? realTimers;
    this.trans = options.trans ?? { __: text => text };
    this.announcer = new Announcer({ state: START, peers: [], divergence: null }, timers);
    this.retry = new Retry(timers, () => void this.attempt());
    this.presencePace = new Paced(timers, PRESENCE_PACE, () => this.sendPresence());
    void this.attempt();
  }

  get state(): SessionState {
    return this.announcer.shown.state;
  }

  get peers(): readonly Peer[] {
    return this.announcer.shown.peers;
  }

  get divergence(): Divergence | null {
    return this.announcer.shown.divergence;
  }

  get shown(): Presence {
    return this.presence;
  }

  subscribe(listener: () => void): () => void {
    return this.announcer.subscribe(listener);
  }

  show(part: Partial<Presence>): void {
    const parts = Object.entries({ ...this.presence, ...part }).filter(([, value]) => value !== undefined);
    this.presence = Object.fromEntries(parts);
    this.presencePace.ask();
  }

  comment(request: CommentRequest): boolean {
    const { shared } = this.options;
    const { connection, role } = this.state;
    const user = this.state.user ?? this.options.user;
    const isHere = connection === 'live' || connection === 'offline';
    if (user && (connection === 'alone' || (isHere && role && mayEdit(role)))) {
      return applyComment(shared, request, user, new Date());
    }
    if (connection !== 'live' || !role || !mayComment(role) || !this.document) {
      return false;
    }
    this.document.delivery.said(request);
    this.connection?.comment(request);
    return true;
  }

  reconnect(): void {
    if (!this.connection && !this.ended) {
      this.retry.reset();
      void this.attempt();
    }
  }

  resolve(outcome: 'mine' | 'theirs' | Pipeline): void {
    const { divergence, document } = this;
    if (!divergence || !document) {
      return;
    }
    const { shared } = this.options;
    this.enter(document);
    if (outcome !== 'theirs') {
      const wanted = outcome === 'mine' ? readPipeline(divergence.mine) : outcome;
      const { ours } = mergePipelines(readPipeline(divergence.theirs), wanted, shared.stored);
      replacePipeline(shared, { ...ours, id: shared.stored.id }, true);
    }
  }

  dispose(): void {
    this.ended = true;
    this.retry.cancel();
    this.presencePace.dispose();
    this.connection?.close();
    this.document?.dispose();
    this.announcer.dispose();
  }

  /** Asks where the room is, and connects to it. */
  private async attempt(): Promise<void> {
    const attempt = ++this.attempts;
    const isOld = () => this.ended || attempt !== this.attempts || this.connection !== null;
    this.retry.cancel();
    try {
      const address = await this.options.connect();
      if (isOld()) {
        return;
      }
      if (address) {
        this.connectTo(address);
      } else if (this.isShown) {
        this.lost();
      } else {
        this.goAlone();
      }
    } catch (error) {
      if (!isOld()) {
        this.lost(error instanceof Error ? error.message : null);
      }
    }
  }

  private goAlone(): void {
    this.startText ??= writePipeline(this.options.shared.stored);
    this.announcer.setState({ connection: 'alone', message: null });
  }

  private connectTo(address: RoomAddress): void {
    const document = (this.document ??= this.newDocument(null));
    this.isSynced = false;
    const connection = new RoomConnection({
      ...address,
      room: this.options.room,
      epoch: document.epoch,
      ydoc: document.ydoc,
      awareness: document.awareness,
      delivery: document.delivery,
      WebSocket: this.options.WebSocket ?? WebSocket,
      onHello: hello => this.onHello(document, hello),
      onSynced: () => this.onSynced(document),
      onNotice: notice => this.onNotice(notice),
      onClosed: (code, reason) => this.onClosed(code, reason)
    });
    this.connection = connection;
    connection.open();
  }

  private newDocument(epoch: string | null): RoomDocument {
    const document = new RoomDocument(epoch, () => this.onDelivery(document));
    document.awareness.on('change', () => this.onPeers(document));
    document.ydoc.on('update', () => this.isShown || this.settle(document));
    return document;
  }

  private onHello(document: RoomDocument, { epoch, empty, role, user }: Hello): void {
    if (document.epoch !== null && document.epoch !== epoch) {
      this.diverge();
      return;
    }
    document.epoch = epoch;
    this.announcer.setState({ epoch, role, user });
    if (empty && !document.isBegun) {
      if (mayEdit(role)) {
        this.connection?.seed(this.mine ?? this.options.file.text());
      } else {
        const message = this.trans.__('Nobody who may edit this pipeline has opened it on this hub yet.');
        this.announcer.setState({ message });
      }
    }
  }

  private onSynced(document: RoomDocument): void {
    this.isSynced = true;
    this.retry.reset();
    document.delivery.unsaid.forEach(request => this.connection?.comment(request));
    this.settle(document);
  }

  /** The room is there: it is shown, unless that would lose what is here. */
  private settle(document: RoomDocument): void {
    if (document !== this.document || !this.isSynced || !document.isBegun || this.divergence) {
      return;
    }
    if (this.isShown) {
      this.announcer.setState({ connection: 'live', message: null });
      return;
    }
    const mine = this.mine ?? this.textAlone();
    const theirs = writePipeline(document.stored);
    const { role } = this.state;
    if (mine === null || mine === theirs || !role || !mayEdit(role)) {
      this.enter(document);
      return;
    }
    this.mine = mine;
    this.announcer.set({ divergence: { base: null, mine, theirs } });
    this.announcer.setState({ connection: 'diverged', message: null });
  }

  /** What was edited while there was no hub; null when nothing was. */
  private textAlone(): string | null {
    const text = writePipeline(this.options.shared.stored);
    return this.startText === null || this.startText === text ? null : text;
  }

  /** Shows the room. */
  private enter(document: RoomDocument): void {
    this.isShown = true;
    this.mine = this.startText = null;
    this.options.shared.moveTo(document.ydoc);
    this.announcer.set({ divergence: null });
    this.announcer.setState({ connection: this.isSynced ? 'live' : 'offline', message: null });
    this.sendPresence();
  }

  /** The room has another history now: the one here is put aside, and the room is opened anew. */
  private diverge(): void {
    const { connection, document } = this;
    this.connection = null;
    connection?.close();
    if (this.isShown) {
      this.mine = writePipeline(this.options.shared.stored);
    }
    document?.dispose();
    this.document = null;
    this.isShown = this.isSynced = false;
    this.announcer.set({ divergence: null, peers: [] });
    this.announcer.setState({ connection: 'connecting', epoch: null, unsent: 0 });
    void this.attempt();
  }

  private onNotice(notice: Notice): void {
    if (notice.kind === 'storage') {
      const fault = this.trans.__(
        'The hub cannot store edits at the moment; they are kept here until it can.'
      );
      this.announcer.setState({ message: notice.works ? null : fault });
    }
    if (notice.kind === 'drain') {
      this.pause = notice.after;
    }
  }

  /** How long the hub asked to wait before the next connection, in milliseconds. */
  private pause = 0;

  private onClosed(code: number, reason: string): void {
    this.connection = null;
    this.isSynced = false;
    if (code === CLOSE.otherEpoch) {
      this.diverge();
    } else if (code >= 4400 && code < 4500 && code !== CLOSE.revoked) {
      const message = reason || this.trans.__('The hub does not let you into this pipeline.');
      this.announcer.setState({ connection: 'refused', message });
    } else {
      this.lost();
    }
  }

  /** Without a connection, for now. */
  private lost(message: string | null = null): void {
    if (!this.divergence) {
      const connection = this.isShown ? 'offline' : this.startText === null ? 'connecting' : 'alone';
      this.announcer.setState({ connection, message });
    }
    this.retry.later(this.pause);
    this.pause = 0;
  }

  private onDelivery(document: RoomDocument): void {
    if (document === this.document) {
      this.announcer.setState({ unsent: document.delivery.unsent });
    }
  }

  private onPeers({ awareness, ydoc }: RoomDocument): void {
    this.announcer.set({ peers: readPeers(this.peers, awareness.getStates(), ydoc.clientID) });
  }

  private sendPresence(): void {
    if (this.isShown) {
      this.document?.awareness.setLocalState({ ...this.presence });
    }
  }
}
