import { describe, expect, it } from 'vitest';
import { linked, plansApart, told } from './testing/linked';

/** The first lines of what the last step copies, and the names that it is given. */
const last = (...cells: string[]): { copied: string[]; given: string[] } => {
  const { prelude, needs } = plansApart(cells).at(-1)!;
  return { copied: prelude.map(({ source }) => source.split('\n')[0]), given: needs.map(({ name }) => name) };
};

describe('what asks for the hardware', () => {
  it.each([
    'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")',
    'device = "cuda" if torch.cuda.is_available() else "cpu"',
    'device: str = "cuda:0" if torch.cuda.device_count() > 1 else "cpu"',
    'device = torch.device("cuda")',
    'device = jax.devices()[0]',
    'device = len(tf.config.list_physical_devices("GPU")) > 0',
    'if torch.cuda.is_available():\n    device = "cuda"\nelif torch.backends.mps.is_available():\n    device = "mps"\nelse:\n    device = "cpu"'
  ])('is asked again by each step: %s', source => {
    const cells = ['import torch, jax\nimport tensorflow as tf', source, 'print(device)'];
    expect(linked(cells).edges.map(told)).toContain('1>2 device hoist');
    const { copied, given } = last(...cells);
    expect([copied.length, copied[1], given]).toEqual([2, source.split('\n')[0], []]);
  });

  it('comes with the names that it asks by', () => {
    const ask = 'import torch\nuse_cuda = torch.cuda.is_available() and not NO_CUDA';
    expect(
      last('NO_CUDA = False', ask, 'device = torch.device("cuda" if use_cuda else "cpu")', 'print(device)')
    ).toEqual({
      copied: [
        'NO_CUDA = False',
        'import torch',
        'use_cuda = torch.cuda.is_available() and not NO_CUDA',
        'device = torch.device("cuda" if use_cuda else "cpu")'
      ],
      given: []
    });
    expect(
      last(
        'args = parse()',
        'import torch\ndevice = "cuda" if args.cuda and torch.cuda.is_available() else "cpu"',
        'print(device)'
      )
    ).toEqual({
      copied: ['import torch', 'device = "cuda" if args.cuda and torch.cuda.is_available() else "cpu"'],
      given: ['args']
    });
  });

  it('is asked after what it is without', () => {
    expect(
      last(
        'import torch\ndevice = "cpu"',
        'if torch.cuda.is_available():\n    device = "cuda"',
        'print(device)'
      )
    ).toEqual({
      copied: ['import torch', 'device = "cpu"', 'if torch.cuda.is_available():'],
      given: []
    });
  });

  it.each([
    'device = make("cuda" if torch.cuda.is_available() else "cpu")',
    'device = len(df) if torch.cuda.is_available() else 10',
    'device = df.shape[0] if torch.cuda.is_available() else 10',
    'if torch.cuda.is_available():\n    device = load()\nelse:\n    device = 1'
  ])('is data where more goes into it: %s', source => {
    expect(linked(['import torch', source, 'f(device)']).edges.map(told)).toContain('1>2 device data');
  });
});
