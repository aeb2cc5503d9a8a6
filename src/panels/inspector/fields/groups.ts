import type { Field, Label, Section } from '../field';
import { imported, order, title } from './every-node';
import { caching, retries } from './repeat';

/** Ports of a group; most groups need none, since what is inside may be fed from outside as it is. */
const ports = (always: boolean): Section[] => [
  {
    id: 'inputs',
    title: trans => trans.__('Inputs'),
    advanced: !always,
    fields: [
      {
        path: ['inputs'],
        label: trans => trans.__('Inputs'),
        editor: 'inputs',
        bare: true,
        ...(!always && { hint: trans => trans.__('Not needed to feed what is inside from outside.') })
      }
    ]
  },
  {
    id: 'outputs',
    title: trans => trans.__('Outputs'),
    advanced: !always,
    fields: [{ path: ['outputs'], label: trans => trans.__('Outputs'), editor: 'groupOutputs', bare: true }]
  }
];

const group = (name: Label, own: Field[], rest: Section[]): Section[] => [
  { id: 'general', title: name, fields: [title, ...own] },
  ...rest,
  order,
  imported
];

export const LOOP_SECTIONS = group(
  trans => trans.__('Loop'),
  [
    { path: ['items'], label: trans => trans.__('Items'), editor: 'items' },
    {
      path: ['parallelism'],
      label: trans => trans.__('Iterations at once'),
      editor: 'number',
      whole: true,
      min: 0,
      example: '0',
      hint: trans => trans.__('0 or empty: all of them.')
    }
  ],
  ports(false)
);

export const BRANCH_SECTIONS = group(
  trans => trans.__('Branch'),
  [{ path: ['when'], label: trans => trans.__('Runs when'), editor: 'condition' }],
  ports(false)
);

const [choiceInputs, choiceOutputs] = ports(false);
export const CHOICE_SECTIONS = group(
  trans => trans.__('Choice'),
  [
    {
      path: ['branches'],
      label: trans => trans.__('Branches, tried in this order'),
      editor: 'branches'
    }
  ],
  [
    {
      ...choiceOutputs,
      advanced: false,
      title: trans => trans.__('One-of outputs'),
      fields: choiceOutputs.fields.map(field => ({
        ...field,
        hint: trans => trans.__('One source for each branch: the one that ran gives the value.')
      }))
    },
    choiceInputs
  ]
);

export const EXIT_HANDLER_SECTIONS = group(trans => trans.__('Exit handler'), [], ports(false));

export const SUB_PIPELINE_SECTIONS = group(
  trans => trans.__('Sub-pipeline'),
  [
    {
      path: ['file'],
      label: trans => trans.__('File'),
      editor: 'file',
      mono: true,
      example: 'prepare.weft',
      hint: trans => trans.__('Empty: the pipeline is drawn inside this group.')
    }
  ],
  [...ports(true), { id: 'run', title: trans => trans.__('Run'), fields: [...caching, ...retries] }]
);
