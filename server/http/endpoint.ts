import type { FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Role } from '../../src/wire';
import type { Access, Visitor } from '../access';
import type { Log } from '../log';
import type { Store } from '../stores';
import type { LiveRooms } from './live-rooms';
import type { OtherHub } from './other-hub';

/** What the HTTP API needs of the hub. */
export interface HttpContext {
  access: Access;
  /** Path below which the hub lives, with a slash at both ends. */
  base: string;
  store: Store;
  rooms: LiveRooms;
  log: Log;
  /** Whether rooms can be opened. */
  ready: () => boolean;
  /** The figures of the hub in the text form of Prometheus. */
  metrics?: () => Promise<string>;
  /** Where rooms are to be opened instead of here. */
  otherHub?: OtherHub;
}

/** What is answered: an object as JSON, or a text; nothing at all with status 204. */
export interface Answer {
  status?: number;
  body?: object | string;
}

/** A request of somebody who may make it. */
export interface Call<Body = undefined> {
  context: HttpContext;
  request: FastifyRequest;
  visitor: Visitor;
  /** The room in the path, which exists; empty where there is none. */
  room: string;
  /** What the visitor may do in the room. */
  role: Role;
  body: Body;
}

/** What can be asked for at one path by one method. */
export interface Endpoint<S extends TSchema = TSchema> {
  /** Who may ask: anybody who reaches the hub, any user, or users with at least this role in the room of the path. */
  for: 'anybody' | 'user' | Role;
  body?: S;
  handle(call: Call<Static<S>>): Answer | Promise<Answer>;
}

export type Method = 'GET' | 'PUT' | 'POST';
/** What can be asked for, by path below the base and method. */
export type Endpoints = Readonly<Record<string, Partial<Record<Method, Endpoint>>>>;

/** An endpoint whose body has a type. */
export const withBody = <S extends TSchema>(endpoint: Endpoint<S> & { body: S }): Endpoint =>
  endpoint as unknown as Endpoint;

/** A request that is not answered as asked; the message is one sentence for its user. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    message: string
  ) {
    super(message);
  }
}
