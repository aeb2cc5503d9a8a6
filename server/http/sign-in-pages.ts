import type { FastifyInstance } from 'fastify';
import type { Access } from '../access';
import { HttpError } from './endpoint';

/** Answers the pages for signing in, of modes that have some. */
export function signInPages(app: FastifyInstance, { signIn = {} }: Access): void {
  for (const [path, answer] of Object.entries(signIn)) {
    app.get(`/${path}`, async (request, reply) => {
      const page = await answer(request.raw);
      if ('refused' in page) {
        throw new HttpError(403, page.refused);
      }
      return reply.header('set-cookie', page.cookies).redirect(page.location, 302);
    });
  }
}
