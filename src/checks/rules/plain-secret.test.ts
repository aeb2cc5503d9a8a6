import { expect, it } from 'vitest';
import { container, drawn, findings, found } from '../testing/flow';
import { plainSecret } from './plain-secret';

const KEY = `ghp_${'a'.repeat(36)}`;

it('finds secrets in arguments, constants, defaults and settings of the pod', () => {
  const flow = drawn(
    {
      a: container({
        args: ['--key', KEY],
        inputs: { api_token: { type: 'string', from: { value: 'hunter2' } } },
        kubernetes: {
          podMetadata: { annotations: { note: KEY } },
          initContainers: [{ name: 'i', image: 'x', env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }]
        }
      })
    },
    { parameters: { password: { type: 'string', default: 'hunter2' } } }
  );
  expect(found(plainSecret, flow).sort()).toEqual([
    'warning - parameters.password.default',
    'warning a args.1',
    'warning a inputs.api_token.from',
    'warning a kubernetes.initContainers.0.env.0.value',
    'warning a kubernetes.podMetadata.annotations.note'
  ]);
  expect(JSON.stringify(findings(plainSecret, flow))).not.toMatch(/hunter2|ghp_/);
});

it('is content with names of secrets', () => {
  const kubernetes = {
    secretAsEnv: [{ secretName: 'db-password', keyToEnv: [{ secretKey: 'password', envVar: 'P' }] }]
  };
  expect(found(plainSecret, drawn({ a: container({ args: ['--token-file', '/x'], kubernetes }) }))).toEqual(
    []
  );
});
