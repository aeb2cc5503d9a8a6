// The rooms of the house, from the ground up: a room may import the rooms before it, never those after.
// `pure` rooms run in the browser, the hub and the command alike.
export const ROOMS = [
  { name: 'notebook', path: 'src/notebook', pure: true },
  { name: 'pools', path: 'src/pools', pure: true },
  { name: 'pipeline', path: 'src/pipeline', pure: true },
  { name: 'flow', path: 'src/flow', pure: true },
  { name: 'runtime', path: 'src/runtime', pure: true },
  { name: 'kubeflow', path: 'src/kubeflow', pure: true },
  { name: 'checks', path: 'src/checks', pure: true },
  { name: 'runs', path: 'src/runs', pure: true },
  { name: 'wire', path: 'src/wire', pure: true },
  { name: 'session', path: 'src/session' },
  { name: 'actions', path: 'src/actions' },
  { name: 'canvas', path: 'src/canvas' },
  { name: 'panels', path: 'src/panels' },
  { name: 'lab', path: 'src/lab' },
  { name: 'server', path: 'server', node: true },
  { name: 'cli', path: 'cli', node: true }
];

const BROWSER_ROOMS = ['session', 'actions', 'canvas', 'panels', 'lab'];

/** Names of the rooms that a room may import from, itself included. */
export function allowed(room) {
  const before = ROOMS.slice(0, ROOMS.findIndex(other => other.name === room.name) + 1).map(
    other => other.name
  );
  return room.node ? before.filter(name => !BROWSER_ROOMS.includes(name)) : before;
}

/** Packages that may be imported only in some rooms; the first match counts. */
export const PACKAGE_RULES = [
  { packages: ['react', 'react-dom', 'react-dom/*', '@xyflow/react'], rooms: ['canvas', 'panels', 'lab'] },
  { packages: ['@jupyterlab/ui-components'], rooms: ['canvas', 'panels', 'lab'] },
  { packages: ['@jupyterlab/*', '@lumino/*', '@jupyter/*'], rooms: ['lab'] },
  { packages: ['yjs', 'y-protocols/*'], rooms: ['pipeline', 'session', 'lab', 'server'] },
  { packages: ['y-websocket', 'y-indexeddb'], rooms: ['session'] },
  { packages: ['node:*', 'ws', 'commander'], rooms: ['server', 'cli'] },
  { packages: ['fastify', 'pg', 'jose', 'pino', 'prom-client'], rooms: ['server'] }
];
