import base from '@jupyterlab/galata/lib/playwright-config.js';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The config is read by the runner and by each worker: what it makes goes through the environment.
const port = (process.env.WEFT_TEST_PORT ??= String(20000 + (process.pid % 20000)));
const home = (process.env.WEFT_TEST_HOME ??= mkdtempSync(join(tmpdir(), 'weft-ui-')));
const url = `http://127.0.0.1:${port}`;
mkdirSync(join(home, 'config', 'labconfig'), { recursive: true });
writeFileSync(
  join(home, 'config', 'labconfig', 'page_config.json'),
  JSON.stringify({ disabledExtensions: { '@jupyterlab/apputils-extension:announcements': true } })
);

export default {
  ...base,
  testDir: 'tests',
  outputDir: 'test-results',
  workers: 1,
  // A machine that CI shares may stall under a test; one that needed its second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120e3,
  expect: { timeout: 20e3 },
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    ...base.use,
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    video: 'off',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  },
  webServer: {
    command: 'jupyter lab --config jupyter_server_test_config.py',
    url: `${url}/lab`,
    timeout: 120e3,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'ignore',
    stderr: 'ignore',
    env: {
      WEFT_TEST_PORT: port,
      JUPYTER_CONFIG_DIR: join(home, 'config'),
      JUPYTER_DATA_DIR: join(home, 'data'),
      JUPYTER_RUNTIME_DIR: join(home, 'runtime')
    }
  }
};
