import type { Section } from '../field';

/** What the inspector shows when no node is selected. */
export const PIPELINE_SECTIONS: Section[] = [
  {
    id: 'pipeline',
    title: trans => trans.__('Pipeline'),
    fields: [
      { path: ['name'], label: trans => trans.__('Name'), editor: 'text', required: true },
      { path: ['displayName'], label: trans => trans.__('Display name'), editor: 'text' },
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
  },
  {
    id: 'pipeline-outputs',
    title: trans => trans.__('Outputs'),
    advanced: true,
    fields: [{ path: ['outputs'], label: trans => trans.__('Outputs'), editor: 'groupOutputs', bare: true }]
  },
  {
    id: 'runs',
    title: trans => trans.__('Runs'),
    advanced: true,
    fields: [
      {
        path: ['pipelineRoot'],
        label: trans => trans.__('Pipeline root'),
        editor: 'text',
        example: 's3://bucket/runs',
        mono: true
      },
      {
        path: ['config', 'activeDeadlineSeconds'],
        label: trans => trans.__('Deadline (seconds)'),
        editor: 'number',
        whole: true,
        min: 0,
        half: true,
        example: '86400'
      },
      {
        path: ['config', 'resourceTtlOnCompletion'],
        label: trans => trans.__('Keep after the end (seconds)'),
        editor: 'number',
        whole: true,
        min: 0,
        half: true,
        example: '86400'
      },
      {
        path: ['config', 'resourceTtlOnSuccess'],
        label: trans => trans.__('Keep after success (seconds)'),
        editor: 'number',
        whole: true,
        min: 0,
        half: true
      },
      {
        path: ['config', 'resourceTtlOnFailure'],
        label: trans => trans.__('Keep after failure (seconds)'),
        editor: 'number',
        whole: true,
        min: 0,
        half: true
      }
    ]
  },
  {
    id: 'workspace',
    title: trans => trans.__('Workspace'),
    advanced: true,
    fields: [
      {
        path: ['config', 'workspace', 'size'],
        label: trans => trans.__('Size'),
        editor: 'text',
        example: '10Gi',
        mono: true,
        clears: ['config', 'workspace'],
        hint: trans => trans.__('A volume that all steps of a run share.')
      },
      {
        path: ['config', 'workspace', 'kubernetes', 'pvcSpecPatch'],
        label: trans => trans.__('Patch of its persistent volume claim'),
        editor: 'values',
        needs: ['config', 'workspace', 'size']
      }
    ]
  },
  {
    id: 'pipeline-imported',
    title: trans => trans.__('From the imported spec'),
    advanced: true,
    when: form => form.get(['imported']) !== undefined,
    fields: [
      {
        path: ['imported', 'sdkVersion'],
        label: trans => trans.__('Version of the SDK'),
        editor: 'text',
        mono: true
      },
      {
        path: ['imported', 'comment'],
        label: trans => trans.__('Comment before the spec'),
        editor: 'longText',
        mono: true
      },
      {
        path: ['imported', 'kept'],
        label: trans => trans.__('Kept as the spec says it'),
        editor: 'kept',
        when: form => form.get(['imported', 'kept']) !== undefined
      }
    ]
  }
];
