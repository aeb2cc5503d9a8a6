import type { NodeKind } from '../../pipeline';
import type { Field, Section } from './field';

const title: Field = {
  path: ['title'],
  label: t => t('Title'),
  editor: 'text',
  derived: node => node.title
};

const image: Field = {
  path: ['image'],
  label: t => t('Image'),
  editor: 'text',
  mono: true,
  example: 'ghcr.io/acme/score:1.4'
};

const order: Section = {
  id: 'order',
  title: t => t('Order'),
  advanced: true,
  fields: [
    {
      path: ['after'],
      label: t => t('Runs after'),
      editor: 'order',
      hint: t => t('Waits for these nodes though no data comes from them.')
    }
  ]
};

/** Settings that every step has, whatever runs inside it. */
export const STEP_SECTIONS: Section[] = [
  {
    id: 'hardware',
    title: t => t('Hardware'),
    common: true,
    fields: [
      { path: ['pool'], label: t => t('Pool'), editor: 'pool' },
      {
        path: ['resources', 'cpu'],
        label: t => t('CPU'),
        editor: 'text',
        example: '4',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'memory'],
        label: t => t('Memory'),
        editor: 'text',
        example: '16Gi',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'accelerators'],
        label: t => t('Accelerators'),
        editor: 'number',
        whole: true,
        min: 0,
        example: '1',
        half: true
      },
      {
        path: ['resources', 'sharedMemory'],
        label: t => t('Shared memory'),
        editor: 'text',
        example: '8Gi',
        half: true,
        mono: true
      }
    ]
  },
  {
    id: 'requests',
    title: t => t('Requests'),
    advanced: true,
    common: true,
    fields: [
      {
        path: ['resources', 'cpuRequest'],
        label: t => t('CPU request'),
        editor: 'text',
        example: '2',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'memoryRequest'],
        label: t => t('Memory request'),
        editor: 'text',
        example: '8Gi',
        half: true,
        mono: true,
        hint: t => t('Equal to the limits above when empty.')
      }
    ]
  },
  {
    id: 'run',
    title: t => t('Run'),
    common: true,
    fields: [
      {
        path: ['cache'],
        label: t => t('Reuse results of an equal earlier run'),
        editor: 'switch',
        default: true
      },
      {
        path: ['timeout'],
        label: t => t('Timeout'),
        editor: 'text',
        example: '2h30m',
        half: true,
        mono: true
      },
      {
        path: ['retry', 'max'],
        label: t => t('Retries'),
        editor: 'number',
        whole: true,
        min: 0,
        example: '0',
        half: true,
        clears: ['retry']
      },
      {
        path: ['retry', 'backoff'],
        label: t => t('First wait'),
        editor: 'text',
        example: '30s',
        half: true,
        mono: true,
        needs: ['retry', 'max']
      },
      {
        path: ['retry', 'factor'],
        label: t => t('Wait grows by'),
        editor: 'number',
        min: 1,
        example: '2',
        half: true,
        needs: ['retry', 'max']
      },
      {
        path: ['retry', 'maxBackoff'],
        label: t => t('Longest wait'),
        editor: 'text',
        example: '10m',
        half: true,
        mono: true,
        needs: ['retry', 'max']
      }
    ]
  },
  {
    id: 'environment',
    title: t => t('Environment'),
    advanced: true,
    fields: [
      {
        path: ['env'],
        label: t => t('Environment variables'),
        editor: 'texts',
        bare: true,
        hint: t => t('Plain text in the file: never a password or key.')
      }
    ]
  },
  order
];

/** What the inspector shows for each kind, in order. */
export const NODE_SECTIONS: Record<NodeKind, Section[]> = {
  cells: [
    {
      id: 'general',
      title: t => t('Cells'),
      fields: [
        title,
        { path: ['notebook'], label: t => t('Notebook'), editor: 'text', mono: true, required: true },
        { path: ['cells'], label: t => t('Cells'), editor: 'cells' },
        { ...image, hint: t => t('Needs Python 3.9 and what the cells import, nothing else.') }
      ]
    },
    {
      id: 'inputs',
      title: t => t('Inputs'),
      fields: [{ path: ['inputs'], label: t => t('Names the cells need'), editor: 'cellInputs', bare: true }]
    },
    {
      id: 'outputs',
      title: t => t('Outputs'),
      fields: [{ path: ['outputs'], label: t => t('Names kept as outputs'), editor: 'outputs', bare: true }]
    },
    ...STEP_SECTIONS
  ],
  container: [
    {
      id: 'general',
      title: t => t('Container'),
      fields: [
        title,
        { ...image, required: true },
        { path: ['command'], label: t => t('Command'), editor: 'arguments' },
        { path: ['args'], label: t => t('Arguments'), editor: 'arguments' }
      ]
    },
    {
      id: 'inputs',
      title: t => t('Inputs'),
      fields: [{ path: ['inputs'], label: t => t('Inputs'), editor: 'inputs', bare: true }]
    },
    {
      id: 'outputs',
      title: t => t('Outputs'),
      fields: [{ path: ['outputs'], label: t => t('Outputs'), editor: 'outputs', bare: true }]
    },
    ...STEP_SECTIONS
  ],
  importer: [
    {
      id: 'general',
      title: t => t('Importer'),
      fields: [
        title,
        { path: ['uri'], label: t => t('URI'), editor: 'uri', example: 's3://bucket/path' },
        { path: ['type'], label: t => t('Type'), editor: 'artifactType' },
        {
          path: ['reimport'],
          label: t => t('Import again on every run'),
          editor: 'switch',
          default: false
        }
      ]
    },
    {
      id: 'metadata',
      title: t => t('Metadata'),
      advanced: true,
      fields: [{ path: ['metadata'], label: t => t('Metadata'), editor: 'values', bare: true }]
    },
    order
  ],
  note: [
    {
      id: 'general',
      title: t => t('Note'),
      fields: [title, { path: ['text'], label: t => t('Text'), editor: 'longText', required: true }]
    }
  ]
};

/** A node of a kind that this version does not know: its title is all that can be edited safely. */
export const OPAQUE_SECTIONS: Section[] = [{ id: 'general', title: t => t('Unknown kind'), fields: [title] }];

/** What the inspector shows when no node is selected. */
export const PIPELINE_SECTIONS: Section[] = [
  {
    id: 'general',
    title: t => t('Pipeline'),
    fields: [
      { path: ['name'], label: t => t('Name'), editor: 'text', required: true },
      { path: ['description'], label: t => t('Description'), editor: 'longText' },
      { path: ['target'], label: t => t('Target'), editor: 'target' }
    ]
  },
  {
    id: 'parameters',
    title: t => t('Parameters'),
    fields: [{ path: ['parameters'], label: t => t('Parameters'), editor: 'parameters', bare: true }]
  }
];

/** Settings without a field, each with the place where they are made. */
export const ELSEWHERE: Record<string, string> = {
  kind: 'fixed when the node is made',
  group: 'by dragging into or out of a group on the canvas',
  size: 'by dragging a corner of the note on the canvas',
  weft: 'the version of the file',
  id: 'fixed when the pipeline is made',
  nodes: 'on the canvas',
  layout: 'on the canvas'
};
