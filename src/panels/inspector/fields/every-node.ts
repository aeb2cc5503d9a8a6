import type { Field, Section } from '../field';

export const title: Field = {
  path: ['title'],
  label: trans => trans.__('Title'),
  editor: 'text',
  derived: node => node.title
};

/** When a node that becomes a task runs, apart from the data it waits for. */
export const order: Section = {
  id: 'order',
  title: trans => trans.__('Order'),
  advanced: true,
  fields: [
    {
      path: ['after'],
      label: trans => trans.__('Runs after'),
      editor: 'order',
      hint: trans => trans.__('Waits for these nodes though no data comes from them.')
    },
    {
      path: ['ignoreUpstreamFailure'],
      label: trans => trans.__('Run even when what is before it failed'),
      editor: 'switch',
      default: false,
      hint: trans => trans.__('After an exit handler: this makes it an exit step.')
    }
  ]
};

/** What an imported spec says of a node beyond the other fields. */
export const imported: Section = {
  id: 'imported',
  title: trans => trans.__('From the imported spec'),
  when: form => form.get(['kept']) !== undefined || form.get(['names']) !== undefined,
  advanced: true,
  fields: [
    {
      path: ['names', 'task'],
      label: trans => trans.__('Name of the task'),
      editor: 'text',
      mono: true,
      when: form => form.get(['names', 'task']) !== undefined
    },
    {
      path: ['names', 'component'],
      label: trans => trans.__('Name of the component'),
      editor: 'text',
      mono: true,
      when: form => form.get(['names', 'component']) !== undefined
    },
    {
      path: ['names', 'executor'],
      label: trans => trans.__('Name of the executor'),
      editor: 'text',
      mono: true,
      when: form => form.get(['names', 'executor']) !== undefined
    },
    {
      path: ['names', 'item'],
      label: trans => trans.__('Input that holds the item'),
      editor: 'text',
      mono: true,
      when: form => form.get(['names', 'item']) !== undefined
    },
    {
      path: ['kept'],
      label: trans => trans.__('Kept as the spec says it'),
      editor: 'kept',
      when: form => form.get(['kept']) !== undefined,
      hint: trans => trans.__('No other field can say these; what is forgotten is written as Weft writes it.')
    }
  ]
};
