import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { HubInfo } from '../../wire';
import { HubError } from './hub-error';

/** The path below a Jupyter server's address where its own hub answers. */
const OWN = 'weft/';

/** The hub that keeps the rooms: the one of this Jupyter server, or another one that it was told of. */
export class Hub {
  constructor(
    private readonly _server: ServerConnection.ISettings,
    readonly info: HubInfo
  ) {}

  /** Address below which rooms are opened, for WebSockets: `wss://example.org/weft/rooms`. */
  get rooms(): string {
    const url = new URL('rooms', this._isOwn ? URLExt.join(this._server.wsUrl, OWN) : this._base);
    url.protocol = url.protocol.replace('http', 'ws');
    return url.href;
  }

  /** Where the hub is, for the user to read. */
  get address(): string {
    return this._isOwn ? URLExt.join(this._server.baseUrl, OWN) : this._base;
  }

  /** A new token for a room, where the hub asks for one. */
  async token(room: string): Promise<string | undefined> {
    if (!this.info.tokens) {
      return undefined;
    }
    const query = URLExt.objectToQueryString({ room });
    const answer = await this._ask(`token${query}`);
    return ((await answer.json()) as { token: string }).token;
  }

  /**
   * Asks the hub something about a room, as `src/wire/http.ts` lists it.
   * @param schema what the answer is to be; rejects with a `HubError` when it is not
   */
  async get<T extends TSchema>(room: string, path: string, schema: T): Promise<Static<T>> {
    return this._checked(await this.request(room, path), schema);
  }

  /** Tells the hub something about a room. */
  async send<T extends TSchema>(
    room: string,
    path: string,
    method: 'POST' | 'PUT',
    body: object,
    schema: T
  ): Promise<Static<T>> {
    const init = { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return this._checked(await this.request(room, path, init), schema);
  }

  /** The answer to any request about a room; rejects with what the hub says is wrong. */
  async request(room: string, path: string, init: RequestInit = {}): Promise<Response> {
    const below = URLExt.join('rooms', encodeURIComponent(room), path);
    return this._isOwn ? this._ask(below, init) : this._askOther(room, below, init);
  }

  private get _isOwn(): boolean {
    return this.info.url === undefined;
  }

  private get _base(): string {
    const { url = '' } = this.info;
    return new URL(url.endsWith('/') ? url : `${url}/`, this._server.baseUrl).href;
  }

  private async _ask(path: string, init: RequestInit = {}): Promise<Response> {
    const url = URLExt.join(this._server.baseUrl, OWN, path);
    return accepted(await ServerConnection.makeRequest(url, init, this._server));
  }

  private async _askOther(room: string, path: string, init: RequestInit): Promise<Response> {
    const token = await this.token(room);
    const headers = new Headers(init.headers);
    if (token) {
      headers.set('authorization', `Bearer ${token}`);
    }
    const credentials = token ? 'omit' : 'include';
    return accepted(await fetch(new URL(path, this._base), { ...init, headers, credentials }));
  }

  private async _checked<T extends TSchema>(answer: Response, schema: T): Promise<Static<T>> {
    const value: unknown = await answer.json();
    if (!Value.Check(schema, value)) {
      throw new HubError('The hub answers in a way that this version does not understand.', answer.status);
    }
    return value;
  }
}

/**
 * Finds the hub: asking for it starts the one of this Jupyter server, which takes a moment the first time.
 * @param url the address that the user set, which counts more than what the server says; empty for none
 * @returns null when there is none, so that files are edited alone
 * @throws HubError when there is one that says why it cannot serve
 */
export async function findHub(server: ServerConnection.ISettings, url: string): Promise<Hub | null> {
  if (url !== '') {
    const info = await askForInfo(server).catch(() => null);
    return new Hub(server, { version: '', ...info, url });
  }
  const info = await askForInfo(server);
  return info && new Hub(server, info);
}

/** How long to wait between questions while the hub starts, in milliseconds. */
const PAUSES = [300, 1000, 2000];

/** What a hub answers that waits for its storage, as while the hub of another Jupyter server has it. */
const CANNOT_SERVE = 409;

async function askForInfo(server: ServerConnection.ISettings): Promise<HubInfo | null> {
  for (const pause of [...PAUSES, undefined]) {
    const answer = await ServerConnection.makeRequest(
      URLExt.join(server.baseUrl, OWN, 'hub'),
      { cache: 'no-store' },
      server
    ).catch(() => null);
    if (answer?.ok) {
      const info: unknown = await answer.json().catch(() => null);
      return Value.Check(HubInfo, info) ? info : null;
    }
    if (answer?.status === CANNOT_SERVE) {
      await accepted(answer);
    }
    // The proxy answers 5xx while the process starts or was lost; anything else stays as it is.
    if ((answer && answer.status < 500) || pause === undefined) {
      return null;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  return null;
}

async function accepted(answer: Response): Promise<Response> {
  if (answer.ok) {
    return answer;
  }
  const { error } = (await answer.json().catch(() => ({}))) as { error?: string };
  throw new HubError(error ?? `The hub answers with status ${answer.status}.`, answer.status);
}
