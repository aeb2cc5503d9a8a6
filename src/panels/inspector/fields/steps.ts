import { pythonSource } from '../../../kubeflow';
import type { Argument } from '../../../pipeline';
import type { Field, Section } from '../field';
import type { Form } from '../form';
import { imported, order, title } from './every-node';
import { caching, retries } from './repeat';
import { STEP_SECTIONS } from './step';

/** Whether a container runs a function of Python that the SDK packed. */
const isPython = (form: Form): boolean =>
  form.nodes.length === 1 && pythonSource((form.get(['command']) ?? []) as Argument[]) !== undefined;

const image: Field = {
  path: ['image'],
  label: trans => trans.__('Image'),
  editor: 'text',
  mono: true,
  example: 'ghcr.io/acme/score:1.4'
};

const inputs: Section = {
  id: 'inputs',
  title: trans => trans.__('Inputs'),
  fields: [{ path: ['inputs'], label: trans => trans.__('Inputs'), editor: 'inputs', bare: true }]
};

const outputs: Section = {
  id: 'outputs',
  title: trans => trans.__('Outputs'),
  fields: [{ path: ['outputs'], label: trans => trans.__('Outputs'), editor: 'outputs', bare: true }]
};

const notebook: Field = {
  path: ['notebook'],
  label: trans => trans.__('Notebook'),
  editor: 'text',
  mono: true,
  required: true
};

const codeImage: Field = {
  ...image,
  hint: trans => trans.__('Needs Python 3.9 and what the cells import, nothing else.')
};

const packages: Field = {
  path: ['packages'],
  label: trans => trans.__('Packages to install'),
  editor: 'packages',
  hint: trans =>
    trans.__(
      'Installed by pip each time the step starts. An image that has them starts sooner and needs no network.'
    )
};

export const CELLS_SECTIONS: Section[] = [
  {
    id: 'general',
    title: trans => trans.__('Cells'),
    fields: [
      title,
      notebook,
      { path: ['cells'], label: trans => trans.__('Cells'), editor: 'cells' },
      codeImage,
      packages
    ]
  },
  {
    id: 'inputs',
    title: trans => trans.__('Inputs'),
    fields: [
      { path: ['inputs'], label: trans => trans.__('Names the cells need'), editor: 'cellInputs', bare: true }
    ]
  },
  {
    id: 'outputs',
    title: trans => trans.__('Outputs'),
    fields: [
      { path: ['outputs'], label: trans => trans.__('Names kept as outputs'), editor: 'outputs', bare: true }
    ]
  },
  ...STEP_SECTIONS
];

export const NOTEBOOK_SECTIONS: Section[] = [
  {
    id: 'general',
    title: trans => trans.__('Notebook'),
    fields: [title, { ...notebook, example: 'report.ipynb' }, codeImage, packages]
  },
  {
    id: 'inputs',
    title: trans => trans.__('Inputs'),
    fields: [
      {
        path: ['inputs'],
        label: trans => trans.__('Parameters and names the notebook needs'),
        editor: 'cellInputs',
        bare: true
      }
    ]
  },
  {
    id: 'outputs',
    title: trans => trans.__('Outputs'),
    fields: [{ path: ['outputs'], label: trans => trans.__('Outputs'), editor: 'outputs', bare: true }]
  },
  ...STEP_SECTIONS
];

export const CONTAINER_SECTIONS: Section[] = [
  {
    id: 'general',
    title: trans => trans.__('Container'),
    fields: [
      title,
      { ...image, required: true },
      {
        path: ['function'],
        label: trans => trans.__('Python function'),
        editor: 'source',
        when: form => isPython(form),
        hint: trans => trans.__('A lightweight component: to change it, compile it again.')
      },
      {
        path: ['command'],
        label: trans => trans.__('Command'),
        editor: 'arguments'
      },
      { path: ['args'], label: trans => trans.__('Arguments'), editor: 'arguments' }
    ]
  },
  inputs,
  outputs,
  ...STEP_SECTIONS
];

export const IMPORTER_SECTIONS: Section[] = [
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
      },
      {
        path: ['downloadToWorkspace'],
        label: trans => trans.__('Download to the workspace'),
        editor: 'switch',
        default: false
      },
      {
        path: ['cache'],
        label: trans => trans.__('Reuse results of an equal earlier run'),
        editor: 'switch',
        default: true
      }
    ]
  },
  {
    id: 'metadata',
    title: trans => trans.__('Metadata'),
    advanced: true,
    fields: [{ path: ['metadata'], label: trans => trans.__('Metadata'), editor: 'values', bare: true }]
  },
  {
    ...inputs,
    advanced: true,
    fields: inputs.fields.map(field => ({
      ...field,
      hint: trans => trans.__('For placeholders in the URI and the metadata.')
    }))
  },
  order,
  imported
];

export const COMPONENT_SECTIONS: Section[] = [
  {
    id: 'general',
    title: trans => trans.__('Component'),
    fields: [
      title,
      {
        path: ['executor'],
        label: trans => trans.__('Executor'),
        editor: 'json',
        hint: trans =>
          trans.__('Kept as the imported spec has it: no container of its own, so it is only shown.')
      }
    ]
  },
  inputs,
  outputs,
  { id: 'run', title: trans => trans.__('Run'), fields: [...caching, ...retries] },
  order,
  imported
];

export const NOTE_SECTIONS: Section[] = [
  {
    id: 'general',
    title: trans => trans.__('Note'),
    fields: [title, { path: ['text'], label: trans => trans.__('Text'), editor: 'longText', required: true }]
  }
];
