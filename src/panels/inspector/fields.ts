import type { NodeKind } from '../../pipeline';
import type { Field, Section } from './field';

const title: Field = {
  path: ['title'],
  label: trans => trans.__('Title'),
  editor: 'text',
  derived: node => node.title
};

const image: Field = {
  path: ['image'],
  label: trans => trans.__('Image'),
  editor: 'text',
  mono: true,
  example: 'ghcr.io/acme/score:1.4'
};

const order: Section = {
  id: 'order',
  title: trans => trans.__('Order'),
  advanced: true,
  fields: [
    {
      path: ['after'],
      label: trans => trans.__('Runs after'),
      editor: 'order',
      hint: trans => trans.__('Waits for these nodes though no data comes from them.')
    }
  ]
};

/** Settings that every step has, whatever runs inside it. */
export const STEP_SECTIONS: Section[] = [
  {
    id: 'hardware',
    title: trans => trans.__('Hardware'),
    common: true,
    fields: [
      { path: ['pool'], label: trans => trans.__('Pool'), editor: 'pool' },
      {
        path: ['resources', 'cpu'],
        label: trans => trans.__('CPU'),
        editor: 'text',
        example: '4',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'memory'],
        label: trans => trans.__('Memory'),
        editor: 'text',
        example: '16Gi',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'accelerators'],
        label: trans => trans.__('Accelerators'),
        editor: 'number',
        whole: true,
        min: 0,
        example: '1',
        half: true
      },
      {
        path: ['resources', 'sharedMemory'],
        label: trans => trans.__('Shared memory'),
        editor: 'text',
        example: '8Gi',
        half: true,
        mono: true
      }
    ]
  },
  {
    id: 'requests',
    title: trans => trans.__('Requests'),
    advanced: true,
    common: true,
    fields: [
      {
        path: ['resources', 'cpuRequest'],
        label: trans => trans.__('CPU request'),
        editor: 'text',
        example: '2',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'memoryRequest'],
        label: trans => trans.__('Memory request'),
        editor: 'text',
        example: '8Gi',
        half: true,
        mono: true,
        hint: trans => trans.__('Equal to the limits above when empty.')
      }
    ]
  },
  {
    id: 'run',
    title: trans => trans.__('Run'),
    common: true,
    fields: [
      {
        path: ['cache'],
        label: trans => trans.__('Reuse results of an equal earlier run'),
        editor: 'switch',
        default: true
      },
      {
        path: ['timeout'],
        label: trans => trans.__('Timeout'),
        editor: 'text',
        example: '2h30m',
        half: true,
        mono: true
      },
      {
        path: ['retry', 'max'],
        label: trans => trans.__('Retries'),
        editor: 'number',
        whole: true,
        min: 0,
        example: '0',
        half: true,
        clears: ['retry']
      },
      {
        path: ['retry', 'backoff'],
        label: trans => trans.__('First wait'),
        editor: 'text',
        example: '30s',
        half: true,
        mono: true,
        needs: ['retry', 'max']
      },
      {
        path: ['retry', 'factor'],
        label: trans => trans.__('Wait grows by'),
        editor: 'number',
        min: 1,
        example: '2',
        half: true,
        needs: ['retry', 'max']
      },
      {
        path: ['retry', 'maxBackoff'],
        label: trans => trans.__('Longest wait'),
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
    title: trans => trans.__('Environment'),
    advanced: true,
    fields: [
      {
        path: ['env'],
        label: trans => trans.__('Environment variables'),
        editor: 'texts',
        bare: true,
        hint: trans => trans.__('Plain text in the file: never a password or key.')
      }
    ]
  },
  order
];

const group = (): Section[] => [
  { id: 'general', title: trans => trans.__('General'), fields: [title] },
  order
];

/** What the inspector shows for each kind, in order. */
export const NODE_SECTIONS: Record<NodeKind, Section[]> = {
  cells: [
    {
      id: 'general',
      title: trans => trans.__('Cells'),
      fields: [
        title,
        {
          path: ['notebook'],
          label: trans => trans.__('Notebook'),
          editor: 'text',
          mono: true,
          required: true
        },
        { path: ['cells'], label: trans => trans.__('Cells'), editor: 'cells' },
        { ...image, hint: trans => trans.__('Needs Python 3.9 and what the cells import, nothing else.') }
      ]
    },
    {
      id: 'inputs',
      title: trans => trans.__('Inputs'),
      fields: [
        {
          path: ['inputs'],
          label: trans => trans.__('Names the cells need'),
          editor: 'cellInputs',
          bare: true
        }
      ]
    },
    {
      id: 'outputs',
      title: trans => trans.__('Outputs'),
      fields: [
        {
          path: ['outputs'],
          label: trans => trans.__('Names kept as outputs'),
          editor: 'outputs',
          bare: true
        }
      ]
    },
    ...STEP_SECTIONS
  ],
  container: [
    {
      id: 'general',
      title: trans => trans.__('Container'),
      fields: [
        title,
        { ...image, required: true },
        { path: ['command'], label: trans => trans.__('Command'), editor: 'arguments' },
        { path: ['args'], label: trans => trans.__('Arguments'), editor: 'arguments' }
      ]
    },
    {
      id: 'inputs',
      title: trans => trans.__('Inputs'),
      fields: [{ path: ['inputs'], label: trans => trans.__('Inputs'), editor: 'inputs', bare: true }]
    },
    {
      id: 'outputs',
      title: trans => trans.__('Outputs'),
      fields: [{ path: ['outputs'], label: trans => trans.__('Outputs'), editor: 'outputs', bare: true }]
    },
    ...STEP_SECTIONS
  ],
  importer: [
    {
      id: 'general',
      title: trans => trans.__('Importer'),
      fields: [
        title,
        { path: ['uri'], label: trans => trans.__('URI'), editor: 'uri', example: 's3://bucket/path' },
        { path: ['type'], label: trans => trans.__('Type'), editor: 'artifactType' },
        {
          path: ['reimport'],
          label: trans => trans.__('Import again on every run'),
          editor: 'switch',
          default: false
        }
      ]
    },
    {
      id: 'metadata',
      title: trans => trans.__('Metadata'),
      advanced: true,
      fields: [{ path: ['metadata'], label: trans => trans.__('Metadata'), editor: 'values', bare: true }]
    },
    order
  ],
  note: [
    {
      id: 'general',
      title: trans => trans.__('Note'),
      fields: [
        title,
        { path: ['text'], label: trans => trans.__('Text'), editor: 'longText', required: true }
      ]
    }
  ],
  component: group(),
  loop: group(),
  choice: group(),
  branch: group(),
  'exit-handler': group(),
  pipeline: group()
};

/** A node of a kind that this version does not know: its title is all that can be edited safely. */
export const OPAQUE_SECTIONS: Section[] = [
  { id: 'general', title: trans => trans.__('Unknown kind'), fields: [title] }
];

/** What the inspector shows when no node is selected. */
export const PIPELINE_SECTIONS: Section[] = [
  {
    id: 'general',
    title: trans => trans.__('Pipeline'),
    fields: [
      { path: ['name'], label: trans => trans.__('Name'), editor: 'text', required: true },
      { path: ['description'], label: trans => trans.__('Description'), editor: 'longText' },
      { path: ['target'], label: trans => trans.__('Target'), editor: 'target' }
    ]
  },
  {
    id: 'parameters',
    title: trans => trans.__('Parameters'),
    fields: [
      { path: ['parameters'], label: trans => trans.__('Parameters'), editor: 'parameters', bare: true }
    ]
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
