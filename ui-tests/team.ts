import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { galata } from '@jupyterlab/galata/lib/galata';
import type { Browser } from '@playwright/test';
import { test as base } from './test';
import { freePort, HubServer, JupyterServer, newFolder } from './servers';
import { TeamPage } from './team-page';

/** Two Jupyter servers, and the hub that both sign their users for. */
export interface Servers {
  hub: HubServer;
  a: JupyterServer;
  b: JupyterServer;
}

/** Opens JupyterLab as somebody, on a server. */
export type Join = (server: JupyterServer, user: string) => Promise<TeamPage>;

/** Tests with several people, on servers of their own. */
export const test = base.extend<{ join: Join }, { servers: Servers }>({
  servers: [
    async ({}, use) => {
      const [ports, folder] = [[await freePort(), await freePort(), await freePort()], newFolder('team')];
      const urls = ports.map(port => `http://127.0.0.1:${port}`);
      const hub = new HubServer(ports[2], `${folder}/hub`, urls.slice(0, 2));
      const a = new JupyterServer(ports[0], `${folder}/a`, hub.url);
      const b = new JupyterServer(ports[1], `${folder}/b`, hub.url);
      const all = [hub, a, b];
      await Promise.all(all.map(server => server.start()));
      await use({ hub, a, b });
      await Promise.all(all.map(server => server.stop()));
    },
    { scope: 'worker', timeout: 120_000 }
  ],
  join: async ({ browser, waitForApplication }, use) => {
    const pages: IJupyterLabPageFixture[] = [];
    await use(async (server, user) => {
      const page = await open(browser, server, user, waitForApplication);
      pages.push(page);
      return new TeamPage(page, '', server, user);
    });
    await Promise.all(pages.map(page => page.context().close()));
  }
});

async function open(
  browser: Browser,
  server: JupyterServer,
  user: string,
  waitForApplication: Parameters<typeof galata.newPage>[0]['waitForApplication']
): Promise<IJupyterLabPageFixture> {
  const { page } = await galata.newPage({
    baseURL: server.url,
    browser,
    waitForApplication,
    mockUser: false,
    mockState: true,
    tmpPath: '',
    autoGoto: false
  });
  await page.context().addCookies([{ name: 'weft-test-user', value: user, url: server.url }]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto();
  return page;
}

export { expect } from '@playwright/test';
