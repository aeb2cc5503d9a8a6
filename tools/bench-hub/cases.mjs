// What `npm run bench:hub` measures: arguments of the harness, and the goals of a hub on two cores with durable storage.
// A goal holds a figure of the hub's own to a bound, or to a share of the same figure of a peer. A case with a `floor`
// also measures a bare relay: a share that the relay itself misses says nothing about the hub.

const edit = { name: 'edit to peer', at: ({ edit_ms }) => edit_ms };
const ack = { name: 'acknowledged', at: ({ ack_ms }) => ack_ms };
const p50 = figure => ({ ...figure, name: `${figure.name}, p50`, at: run => figure.at(run)?.p50 });
const p99 = figure => ({ ...figure, name: `${figure.name}, p99`, at: run => figure.at(run)?.p99 });

const delivered = { figure: { name: 'delivered', at: run => run.delivered }, least: 1 };
const observers = n => ['--scenario', 'observers', '--n', n];

export const CASES = [
  {
    name: '100 observers',
    args: observers(100),
    goals: [delivered, { figure: p50(ack), most: 5 }, { figure: p99(ack), most: 12 }]
  },
  {
    name: '500 observers',
    args: observers(500),
    goals: [
      delivered,
      { figure: p99(edit), most: 20, share: { of: 'hocuspocus', most: 0.4 } },
      { figure: p50(ack), most: 8 },
      { figure: p99(ack), most: 20 }
    ],
    floor: true
  },
  {
    name: '1,000 observers',
    args: observers(1000),
    goals: [delivered, { figure: p99(edit), most: 50, share: { of: 'hocuspocus', most: 0.2 } }],
    floor: true
  },
  {
    name: '500 rooms, two writers each',
    args: ['--scenario', 'rooms', '--n', 500, '--rate', 2],
    goals: [delivered, { figure: p99(edit), most: 10 }]
  },
  {
    name: '150 openings of 4 MB at once',
    args: ['--scenario', 'open', '--n', 150],
    goals: [{ figure: { name: 'all open, s', at: run => run.all_s }, most: 1 }]
  },
  {
    name: '1,000 idle connections',
    args: ['--scenario', 'idle', '--n', 1000],
    goals: [{ figure: { name: 'kB per connection', at: run => run.kB_each }, most: 30 }],
    alone: true,
    // of all rooms that the harness makes up, one for this has a name that no document has
    exact: 'bench'
  }
];

/** All of the load comes from one user at one address. */
export const LIMITS = JSON.stringify({
  userConnections: 1e4,
  userRooms: 1e4,
  userUpdates: 1e5,
  userBytes: 2 ** 30,
  addressConnections: 1e4,
  addressRequests: 1e4
});

/**
 * The servers, the hub with the environment of its container: how each is started at a port with a folder for its data,
 * and how the harness speaks to it.
 */
export const SERVERS = [
  {
    name: 'weft',
    path: '/weft/rooms',
    wire: ['--proto', 'weft.v1', '--ack', 'v1.collab'],
    command: ({ port, data, hub }) =>
      `env MALLOC_ARENA_MAX=1 WEFT_HUB_LIMITS='${LIMITS}' ${process.execPath} ${hub} --port ${port} --data ${data}`
  },
  {
    name: 'hocuspocus',
    path: '',
    wire: ['--wire', 'hocuspocus', '--ack', 'hocuspocus'],
    command: ({ port, data, peers }) =>
      `env PORT=${port} DB=${data}/h.sqlite ${process.execPath} ${peers}/hocuspocus/server.mjs`
  },
  {
    name: 'y-websocket',
    path: '',
    wire: [],
    command: ({ port, data, peers }) =>
      `env PORT=${port} YPERSISTENCE=${data}/y ${process.execPath} ${peers}/ywebsocket/server.mjs`
  }
];

/** A bare relay, without presence, for that alone would be work that a floor need not do. */
export const FLOOR = {
  name: 'relay',
  path: '',
  wire: ['--movers', 0],
  command: ({ port, folder }) => `env PORT=${port} ${process.execPath} ${folder}/relay.mjs`
};
