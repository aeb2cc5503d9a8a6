import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { StoreError } from '../stores';
import { admitted } from './admitted';
import { belowBase } from './base-path';
import { type Endpoint, type Endpoints, type HttpContext, HttpError, type Method } from './endpoint';
import { corsHeaders, HEADERS } from './headers';
import { HUB_ENDPOINTS } from './hub-endpoints';
import { ROOM_ENDPOINTS } from './room-endpoints';
import { signInPages } from './sign-in-pages';

/** A share or a name is a few hundred bytes. */
const LARGEST_BODY = 16 * 1024;
const METHODS: readonly Method[] = ['GET', 'PUT', 'POST'];
/** Sentences for what Fastify itself refuses. */
const REFUSALS: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: `The body is larger than ${LARGEST_BODY} bytes.`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The body must be of type application/json.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is no JSON.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as it says.'
};

/** The HTTP API of the hub: its endpoints, with who may ask and what they may send checked at the door. */
export async function httpApi(context: HttpContext): Promise<FastifyInstance> {
  const { access, base } = context;
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    routerOptions: { maxParamLength: 256, ignoreTrailingSlash: false },
    rewriteUrl: ({ url = '' }) => rebased(url, base),
    frameworkErrors: (error, request, reply) => void fail(error, request, reply)
  });
  app.removeContentTypeParser('text/plain'); // a form of another site could send that
  app.setValidatorCompiler<TSchema>(
    ({ schema }) =>
      data =>
        Value.Check(schema, data)
  );
  app.setErrorHandler(fail);
  app.setNotFoundHandler(() => {
    throw new HttpError(404, 'There is nothing here.');
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...HEADERS, ...corsHeaders(request.headers, access.origins) });
    if (!access.reaches(request.raw)) {
      throw new HttpError(403, 'This hub is reached through Jupyter only.');
    }
    if (request.method === 'OPTIONS') {
      return reply.code(204).send();
    }
  });
  register(app, { ...HUB_ENDPOINTS, ...ROOM_ENDPOINTS }, context);
  signInPages(app, access);
  await app.ready();
  return app;

  async function fail(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { status, message } = toHttpError(error, context, request.method);
    await reply.code(status).type('application/json').send({ error: message });
  }
}

/** @throws HttpError when a body is not of its shape */
function check(schema: TSchema, body: unknown): void {
  const [fault] = Value.Check(schema, body) ? [] : Value.Errors(schema, body);
  if (fault) {
    throw new HttpError(400, `The body is wrong at ${fault.instancePath || '/'}: it ${fault.message}.`);
  }
}

/** The path below the base as the only path there is, decoded and encoded once, with the query as it came. */
function rebased(url: string, base: string): string {
  const path = belowBase(url, base);
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return path === undefined
    ? '/../elsewhere'
    : `/${path.split('/').map(encodeURIComponent).join('/')}${query}`;
}

function register(app: FastifyInstance, endpoints: Endpoints, context: HttpContext): void {
  for (const [path, methods] of Object.entries(endpoints)) {
    const url = `/${path}`;
    for (const [method, endpoint] of Object.entries(methods)) {
      addEndpoint(app, url, method as Method, endpoint, context);
    }
    const allowed = Object.keys(methods).join(', ');
    app.route({
      method: [...METHODS.filter(method => !methods[method]), 'DELETE', 'PATCH'],
      url,
      handler: async (_, reply) => {
        reply.header('allow', allowed);
        throw new HttpError(405, `Only ${allowed} is answered here.`);
      }
    });
  }
}

function addEndpoint(
  app: FastifyInstance,
  url: string,
  method: Method,
  endpoint: Endpoint,
  context: HttpContext
): void {
  const calls = new WeakMap<FastifyRequest, Awaited<ReturnType<typeof admitted>>>();
  app.route({
    method,
    url,
    onRequest: async request => void calls.set(request, await admitted(request, endpoint, context)),
    handler: async (request, reply) => {
      const call = calls.get(request);
      if (call) {
        check(endpoint.body ?? Type.Unknown(), request.body);
        const { status = 200, body } = await endpoint.handle({ ...call, body: request.body });
        return reply.code(status).send(body);
      }
    }
  });
}

function toHttpError(error: unknown, { log }: HttpContext, method: string): HttpError {
  if (error instanceof HttpError) {
    return error;
  }
  const {
    code = '',
    statusCode = 500,
    message
  } = error as { code?: string; statusCode?: number; message: string };
  if (Object.hasOwn(REFUSALS, code) || statusCode < 500) {
    return new HttpError(statusCode, REFUSALS[code] ?? 'The request cannot be understood.');
  }
  log('request failed', { method, reason: message });
  return error instanceof StoreError
    ? new HttpError(503, 'The storage cannot be reached at the moment; try again later.')
    : new HttpError(500, 'Something went wrong in the hub; its log says what.');
}
