import { expect, it } from 'vitest';
import { testHub } from '../testing/hub';
import { testJupyterHub, type TestJupyterHub } from '../testing/jupyterhub';
import { jupyterHubAccess } from './jupyterhub';
import { JupyterHubError, jupyterHubSettings } from './jupyterhub-api';

/** A browser of which only the cookies matter; it follows no redirect by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.origin), {
      headers: { ...(cookie && { cookie }), ...headers },
      redirect: 'manual'
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([\w-]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  set(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Signs in as JupyterHub has it; returns the answer to coming back. */
  async signIn(next = '/services/weft/hub'): Promise<Response> {
    const away = await this.get(`/services/weft/login?next=${encodeURIComponent(next)}`);
    const back = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
    return this.get(back.headers.get('location') ?? '');
  }
}

async function service(): Promise<{ jupyterHub: TestJupyterHub; browser: () => Browser }> {
  const jupyterHub = await testJupyterHub();
  const { port } = await testHub({ base: '/services/weft/', access: jupyterHubAccess(jupyterHub.settings) });
  return { jupyterHub, browser: () => new Browser(`http://127.0.0.1:${port}`) };
}

it('knows nobody who did not sign in', async () => {
  const { browser } = await service();
  expect((await browser().get('/services/weft/hub')).status).toBe(401);
  expect((await browser().get('/services/weft/healthz')).status).toBe(200);
});

it('lets people sign in at JupyterHub, and knows them by a cookie that scripts and other sites cannot use', async () => {
  const { browser } = await service();
  const ada = browser();
  const back = await ada.signIn('/user/ada/lab');
  expect(back.status).toBe(302);
  expect(back.headers.get('location')).toBe('/user/ada/lab');
  const [session] = back.headers.getSetCookie();
  expect(session).toMatch(/^weft-session=.*; Path=\/services\/weft\/; .*HttpOnly; SameSite=Lax$/);
  expect((await ada.get('/services/weft/hub')).status).toBe(200);
  expect((await ada.get('/services/weft/hub', { origin: 'https://evil.example' })).status).toBe(401);
  expect((await ada.get('/services/weft/hub', { 'sec-fetch-site': 'cross-site' })).status).toBe(401);
});

it('marks its cookies for HTTPS alone where the browser came by it', async () => {
  const { browser } = await service();
  const away = await browser().get('/services/weft/login', { 'x-forwarded-proto': 'https' });
  expect(away.headers.getSetCookie()[0]).toMatch(/; Secure$/);
});

it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/a\nb'])(
  'sends nobody elsewhere after signing in: %j',
  async next => {
    const { browser } = await service();
    expect((await browser().signIn(next)).headers.get('location')).toBe('/services/weft/hub');
  }
);

it('takes no code that this browser did not ask for', async () => {
  const { browser } = await service();
  const [eve, ada] = [browser(), browser()];
  const away = await eve.get('/services/weft/login');
  const back = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
  const callback = back.headers.get('location') ?? '';
  const refused = await ada.get(callback);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({ error: expect.stringContaining('not begun in this browser') });
  await ada.get('/services/weft/login');
  expect((await ada.get(callback)).status).toBe(403);
  expect((await eve.get('/services/weft/oauth_callback')).status).toBe(403);
  expect((await eve.get(callback)).status).toBe(302);
});

it('lets nobody in who may not use the service', async () => {
  const { jupyterHub, browser } = await service();
  jupyterHub.user = { name: 'bob', scopes: ['access:services!service=other', 'self'] };
  const bob = browser();
  expect((await bob.signIn()).status).toBe(403);
  expect((await bob.get('/services/weft/hub')).status).toBe(401);
});

it('believes no cookie that it did not sign for this', async () => {
  const { browser } = await service();
  const eve = browser();
  await eve.get('/services/weft/login');
  for (const value of ['', 'e30.e30.', Buffer.from('{"username":"ada"}').toString('base64url')]) {
    eve.set('weft-session', value);
    expect((await eve.get('/services/weft/hub')).status).toBe(401);
  }
  const state = await browser().get('/services/weft/login');
  eve.set('weft-session', /^weft-state=([^;]*)/.exec(state.headers.getSetCookie()[0])?.[1] ?? '');
  expect((await eve.get('/services/weft/hub')).status).toBe(401);
});

it('knows programs by a token of their user, and asks for each once in a while', async () => {
  const { jupyterHub, browser } = await service();
  jupyterHub.tokens.set('script', { name: 'ada', scopes: jupyterHub.settings.scopes.slice() });
  jupyterHub.tokens.set('other', { name: 'bob', scopes: [] });
  const status = async (token: string) =>
    (await browser().get('/services/weft/hub', { authorization: `Bearer ${token}` })).status;
  expect([await status('script'), await status('script')]).toEqual([200, 200]);
  expect(jupyterHub.asked).toBe(1);
  expect(await status('other')).toBe(401);
  expect(await status('guess')).toBe(401);
});

it('reads what JupyterHub tells its services, and says what is missing', () => {
  const env = {
    JUPYTERHUB_SERVICE_PREFIX: '/services/weft/',
    JUPYTERHUB_API_URL: 'http://127.0.0.1:8081/hub/api',
    JUPYTERHUB_API_TOKEN: 'secret',
    JUPYTERHUB_CLIENT_ID: 'service-weft',
    JUPYTERHUB_BASE_URL: '/',
    JUPYTERHUB_OAUTH_ACCESS_SCOPES: '["access:services!service=weft", "access:services"]'
  };
  expect(jupyterHubSettings(env)).toMatchObject({
    authorizeUrl: '/hub/api/oauth2/authorize',
    callbackUrl: '/services/weft/oauth_callback',
    scopes: ['access:services!service=weft', 'access:services']
  });
  for (const name of Object.keys(env)) {
    expect(() => jupyterHubSettings({ ...env, [name]: '' })).toThrow(JupyterHubError);
    expect(() => jupyterHubSettings({ ...env, [name]: '' })).toThrow(name);
  }
  expect(() => jupyterHubSettings({ ...env, JUPYTERHUB_OAUTH_ACCESS_SCOPES: '[]' })).toThrow(JupyterHubError);
});
