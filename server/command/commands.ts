import { ROLES } from '../../src/wire';
import { valuesOf } from './refuse-unused';

/** An option of a command, as data: the help is written from it, and the command line is read by it. */
export interface Option {
  name: string;
  /** What its value is called in the help. */
  value: string;
  help: string;
  default?: string;
  choices?: readonly string[];
  /** May be given several times, or as a list apart by commas. */
  many?: boolean;
  /** It does nothing unless another option has one of these values. */
  only?: { option: string; values: readonly string[] };
  /** It does nothing without one of these options. */
  beside?: readonly string[];
}

/** A command of the hub: what it does, whether a file is named to it, and its options. */
export interface CommandShape {
  does: string;
  file?: string;
  options: readonly Option[];
}

export const AUTHS = ['embedded', 'token', 'proxy', 'jupyterhub'] as const;
export const STORES = ['sqlite', 'postgres'] as const;

const OF_TEAMS = { option: 'auth', values: ['token', 'proxy', 'jupyterhub'] };
const OF_GATEWAYS = { option: 'auth', values: ['proxy'] };

const STORAGE: readonly Option[] = [
  { name: 'store', value: 'KIND', choices: STORES, default: 'sqlite', help: 'where rooms are kept' },
  {
    name: 'data',
    value: 'DIR',
    only: { option: 'store', values: ['sqlite'] },
    help: 'folder of the store; one hub at a time has it'
  },
  {
    name: 'database-url',
    value: 'URL',
    only: { option: 'store', values: ['postgres'] },
    help: 'address of the store; better given as WEFT_DATABASE_URL, which no list of processes shows'
  }
];

const SERVE: readonly Option[] = [
  { name: 'port', value: 'N', help: 'port to listen at' },
  {
    name: 'host',
    value: 'ADDRESS',
    default: '127.0.0.1',
    beside: ['port', 'metrics-port'],
    help: 'address to listen at; 0.0.0.0 is every one'
  },
  { name: 'socket', value: 'PATH', help: 'unix socket to listen at, instead of a port' },
  {
    name: 'metrics-port',
    value: 'N',
    help: 'port for /healthz, /readyz and /metrics, open to who can reach it'
  },
  { name: 'url', value: 'URL', help: 'address of this hub as its clients know it; tokens must name it' },
  { name: 'base', value: 'PATH', help: 'path below which the hub lives (default: that of --url, or /weft/)' },
  ...STORAGE,
  {
    name: 'auth',
    value: 'MODE',
    choices: AUTHS,
    help: 'how users are known; without it, only this machine is served'
  },
  {
    name: 'default-role',
    value: 'ROLE',
    choices: ['none', ...ROLES],
    default: 'editor',
    only: OF_TEAMS,
    help: 'role of users in pipelines whose owner said nothing about them'
  },
  {
    name: 'allow-origin',
    value: 'ORIGIN',
    many: true,
    only: OF_TEAMS,
    help: 'pages of other hosts that may use the hub'
  },
  {
    name: 'trusted-proxies',
    value: 'CIDR',
    many: true,
    only: OF_TEAMS,
    help: 'proxies whose X-Forwarded-For counts'
  },
  {
    name: 'identity-header',
    value: 'NAME',
    default: 'kubeflow-userid',
    only: OF_GATEWAYS,
    help: 'header that names the user'
  },
  {
    name: 'gateway',
    value: 'CIDR',
    many: true,
    only: OF_GATEWAYS,
    help: 'the only addresses that may name users'
  }
];

const TOKEN: readonly Option[] = [
  { name: 'room', value: 'ID', help: 'id of the pipeline' },
  { name: 'user', value: 'NAME', help: 'for whom it is' },
  {
    name: 'role',
    value: 'ROLE',
    choices: ROLES,
    help: 'the most they may do (default: what the shares say)'
  },
  { name: 'url', value: 'URL', help: 'address of the hub it is for (default: WEFT_HUB_URL)' }
];

export const COMMANDS = {
  serve: { does: 'Runs the hub.', options: SERVE },
  backup: { does: 'Copies all rooms into a file, also while the hub runs.', file: 'FILE', options: STORAGE },
  restore: { does: 'Fills an empty store from a backup.', file: 'FILE', options: STORAGE },
  token: { does: 'Signs a token of a room with WEFT_HUB_KEY; it holds for five minutes.', options: TOKEN }
} as const satisfies Record<string, CommandShape>;

export type CommandName = keyof typeof COMMANDS;

const ENVIRONMENT = `Secrets are read from the environment, never from the command line:
  WEFT_DATABASE_URL    address of the postgres store
  WEFT_HUB_KEYS        keys that check tokens: kid:secret, or a file with a JWK Set
  WEFT_GATEWAY_SECRET  what the gateway shows in X-Weft-Gateway
  WEFT_HUB_URL, WEFT_HUB_KEY  another hub where the rooms are, and the key that signs for it`;

/** How a command is used, for a terminal. */
export function helpOf(name: CommandName): string {
  const { does, file, options }: CommandShape = COMMANDS[name];
  const lines = options.map(option => {
    const { value, help, choices, only, default: byDefault } = option;
    const facts = [
      choices?.join(', '),
      byDefault && `default: ${byDefault}`,
      only && `with ${valuesOf(only)}`
    ]
      .filter(Boolean)
      .join('; ');
    return `  --${`${option.name} ${value}`.padEnd(24)} ${help}${facts && ` (${facts})`}`;
  });
  return [
    `Usage: weft ${name}${file ? ` ${file}` : ''} [options]`,
    '',
    does,
    '',
    ...lines,
    '',
    ENVIRONMENT,
    ''
  ].join('\n');
}
