import {
  applyComment,
  mergePipelines,
  type Pipeline,
  readPipeline,
  replacePipeline,
  writePipeline
} from '../pipeline';
import {
  CLOSE,
  type CommentRequest,
  type Hello,
  mayComment,
  mayEdit,
  type Notice,
  type Presence
} from '../wire';
import { Announcer } from './announcer';
import { Connector } from './connector';
import type { LiveSession, SessionOptions } from './create-session';
import { Keeper } from './keeper';
import { OwnPresence } from './own-presence';
import { readPeers } from './peers';
import { type RoomAddress, RoomConnection } from './room-connection';
import { RoomDocument } from './room-document';
import { RoomStorage } from './room-storage';
import type { Divergence, Peer, SessionState } from './session';
import { realTimers } from './timers';

const START: SessionState = {
  connection: 'connecting',
  message: null,
  role: null,
  user: null,
  epoch: null,
  unsent: 0
};

/** One room, from the first question where it is until the document is closed. */
export class RoomSession implements LiveSession {
  private readonly announcer: Announcer;
  private readonly keeper: Keeper | null;
  private readonly connector: Connector;
  private readonly presence: OwnPresence;
  /** The document that is synchronised with the room, once there is one. */
  private document: RoomDocument | null = null;
  /** Whether `shared` shows that document. */
  private isShown = false;
  /** What is here and in no room: text of a pipeline file. */
  private mine: string | null = null;
  private startText: string | null = null;
  private readonly trans: { __(text: string): string };
  private hasBegun = false;
  private ended = false;
  /** Why edits are not stored: by the hub, by the browser. */
  private hubFault: string | null = null;
  private keepFault: string | null = null;

  constructor(private readonly options: SessionOptions) {
    const timers = options.timers ?? realTimers;
    this.trans = options.trans ?? { __: text => text };
    this.announcer = new Announcer({ state: START, peers: [], divergence: null }, timers);
    this.connector = new Connector({
      timers,
      find: () => options.connect(),
      make: address => this.makeConnection(address),
      onNone: () => this.onNone(),
      onLost: message => this.onLost(message),
      onRefused: (code, reason) => this.onRefused(code, reason),
      onOtherEpoch: () => this.diverge()
    });
    this.presence = new OwnPresence(timers);
    const { storage = true, room } = options;
    const name = typeof storage === 'string' ? `${storage}/${room}` : room;
    const kept = storage === false ? null : new RoomStorage(name, () => this.onStorageFault());
    this.keeper = kept && new Keeper(kept, timers);
    void this.begin();
  }

  /** Shows what is kept of the room at once, and asks for the hub then. */
  private async begin(): Promise<void> {
    const kept = (await this.keeper?.find()) ?? null;
    if (kept && !this.ended) {
      const document = this.newDocument(kept.epoch);
      await this.keeper?.restore(document, kept);
      if (!document.isBegun || this.ended) {
        document.dispose();
      } else {
        this.document = document;
        this.isShown = true;
        this.options.shared.moveTo(document.ydoc);
        this.presence.enter(document.awareness);
        const { epoch, role } = kept;
        this.set({ epoch, role, unsent: document.delivery.unsent });
      }
    }
    this.hasBegun = true;
    await this.connector.attempt();
  }

  private onStorageFault(): void {
    this.keepFault = this.trans.__(
      'This browser keeps nothing for this page: leave it open until all edits are saved.'
    );
    this.set({});
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
    return this.presence.shown;
  }

  subscribe(listener: () => void): () => void {
    return this.announcer.subscribe(listener);
  }

  show(part: Partial<Presence>): void {
    this.presence.show(part);
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
    this.connector.connection?.comment(request);
    return true;
  }

  reconnect(): void {
    if (this.hasBegun) {
      this.connector.reset();
      void this.connector.attempt();
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
    this.presence.dispose();
    this.connector.dispose();
    this.keeper?.dispose();
    this.document?.dispose();
    this.announcer.dispose();
  }

  /**
   * Tells the views; what they are told in words is why the session is as it is, else what is wrong with storage. What
   * the browser keeps counts only while the hub is not there to store edits.
   */
  private set(change: Partial<SessionState>): void {
    const { connection } = { ...this.state, ...change };
    const keepFault = connection === 'offline' ? this.keepFault : null;
    this.announcer.setState({ message: this.hubFault ?? keepFault, ...change });
  }

  /** Without a hub the file is edited alone, unless edits wait for one. */
  private onNone(): boolean {
    if (this.isShown) {
      this.set({ connection: 'offline' });
    } else {
      this.startText ??= writePipeline(this.options.shared.stored);
      this.set({ connection: 'alone', user: this.state.user ?? this.options.user ?? null });
    }
    return this.isShown;
  }

  private makeConnection(address: RoomAddress): RoomConnection {
    const document = (this.document ??= this.newDocument(null));
    return new RoomConnection({
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
      onClosed: (code, reason) => {
        document.isSynced = false;
        this.connector.closed(code, reason);
      }
    });
  }

  private newDocument(epoch: string | null): RoomDocument {
    const document = new RoomDocument(epoch, () => this.onDelivery(document));
    document.awareness.on('change', () => this.onPeers(document));
    document.ydoc.on('update', () => (this.isShown ? this.keeper?.followed() : this.settle(document)));
    return document;
  }

  private onHello(document: RoomDocument, { epoch, empty, role, user, limits }: Hello): void {
    if (document.epoch !== null && document.epoch !== epoch) {
      this.diverge();
      return;
    }
    if (!mayEdit(role) && document.delivery.unsentEdits > 0) {
      this.setAside(document, this.trans.__('You may not edit this pipeline any more.'));
      return;
    }
    document.epoch = epoch;
    this.presence.setLimit(limits.presence);
    this.set({ epoch, role, user });
    if (empty && !document.isBegun) {
      if (mayEdit(role)) {
        this.connector.connection?.seed(this.mine ?? this.options.file.text());
      } else {
        const message = this.trans.__('Nobody who may edit this pipeline has opened it on this hub yet.');
        this.set({ message });
      }
    }
  }

  private onSynced(document: RoomDocument): void {
    document.isSynced = true;
    this.connector.reset();
    document.delivery.unsaid.forEach(request => this.connector.connection?.comment(request));
    this.settle(document);
  }

  /** The room is there: it is shown, unless that would lose what is here. */
  private settle(document: RoomDocument): void {
    if (document !== this.document || !document.isSynced || !document.isBegun || this.divergence) {
      return;
    }
    if (this.isShown) {
      this.set({ connection: 'live' });
      void this.keeper?.enter(document, this.state.role);
      this.keeper?.changed();
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
    this.announcer.set({ divergence: { base: this.keeper?.base ?? null, mine, theirs } });
    this.set({ connection: 'diverged' });
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
    this.set({ connection: document.isSynced ? 'live' : 'offline' });
    this.presence.enter(document.awareness);
    void this.keeper?.enter(document, this.state.role);
  }

  /** The room has another history now: the one here is put aside, and the room is opened anew. */
  private diverge(): void {
    if (this.isShown) {
      this.mine = writePipeline(this.options.shared.stored);
    }
    this.startOver();
  }

  /** The hub would send away whoever brings the edits that are here: the room is opened anew, without them. */
  private setAside(document: RoomDocument, why: string): void {
    const saved =
      this.options.setAside?.(writePipeline(document.stored), why) ??
      Promise.reject(new Error('Nobody takes edits that are set aside.'));
    void saved.catch(() => undefined); // whoever saves it says so
    this.keeper?.abandon(document, saved);
    this.startOver();
  }

  /** Opens the room anew, without any history. */
  private startOver(): void {
    const { document } = this;
    this.connector.drop();
    this.presence.enter(null);
    document?.dispose();
    this.document = null;
    this.isShown = false;
    this.announcer.set({ divergence: null, peers: [] });
    this.set({ connection: 'connecting', epoch: null, unsent: 0 });
    void this.connector.attempt();
  }

  private onNotice(notice: Notice): void {
    if (notice.kind === 'storage') {
      const fault = this.trans.__(
        'The hub cannot store edits at the moment; they are kept here until it can.'
      );
      this.hubFault = notice.works ? null : fault;
      this.set({});
    }
    if (notice.kind === 'drain') {
      this.connector.waitFor(notice.after);
    }
  }

  private onRefused(code: number, reason: string): void {
    const { document } = this;
    if (code === CLOSE.tooLarge && document && document.delivery.unsentEdits > 0) {
      this.setAside(document, reason);
      return;
    }
    const message = reason || this.trans.__('The hub does not let you into this pipeline.');
    this.set({ connection: 'refused', message });
  }

  /** Without a connection, for now. */
  private onLost(message?: string): void {
    this.hubFault = null;
    if (!this.divergence) {
      const connection = this.isShown ? 'offline' : this.startText === null ? 'connecting' : 'alone';
      this.set(message ? { connection, message } : { connection });
    }
  }

  private onDelivery(document: RoomDocument): void {
    if (document === this.document) {
      this.announcer.setState({ unsent: document.delivery.unsent });
      this.keeper?.changed();
    }
  }

  private onPeers({ awareness, ydoc }: RoomDocument): void {
    this.announcer.set({ peers: readPeers(this.peers, awareness.getStates(), ydoc.clientID) });
  }
}
