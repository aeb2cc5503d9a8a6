import type { ImporterNode } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { type FlowNodeOf, importers } from '../flow-nodes';
import { type Given, given } from '../given';
import { titled } from '../words';

/** Schemes that Kubeflow's launcher can read. */
const SCHEMES = ['gs', 's3', 'minio', 'oci', 'http', 'https'];

export const importerUri: Rule = {
  id: 'importer-uri',
  about: 'Importers say where the artifact is.',
  check: ({ flow, target }) =>
    importers(flow).flatMap(node => {
      const { uri } = node.node;
      const schemes = target === 'local' ? [...SCHEMES, 'file'] : SCHEMES;
      if (typeof uri === 'string') {
        return literal(node, uri, schemes);
      }
      if ('parameter' in uri) {
        return parameter(node, uri.parameter, flow.pipeline.parameters[uri.parameter]?.type);
      }
      const source = given(flow, node.id, uri);
      return source?.type === undefined || source.type === 'string' ? [] : [other(node, source)];
    })
};

function literal(node: FlowNodeOf<ImporterNode>, uri: string, schemes: readonly string[]): Finding[] {
  const place = { node: node.id, field: 'uri' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\/./i.exec(uri)?.[1].toLowerCase();
  if (scheme === undefined) {
    const message = uri ? `imports from “${uri}”, which is no URI` : 'does not say where to import from';
    return [
      {
        severity: 'error',
        ...place,
        message: `${titled(node)} ${message}.`,
        fix: 'Write a URI such as s3://bucket/model.'
      }
    ];
  }
  return schemes.includes(scheme)
    ? []
    : [
        {
          severity: 'warning',
          ...place,
          message: `${titled(node)} imports by ${scheme}://, which Kubeflow may not be able to read.`,
          fix: `Use one of ${schemes.join(', ')}.`
        }
      ];
}

function parameter(node: FlowNodeOf<ImporterNode>, name: string, type: string | undefined): Finding[] {
  if (type === 'string') {
    return [];
  }
  const what = type ? `of type ${type} and not a string` : 'not in the pipeline';
  return [
    {
      severity: 'error',
      node: node.id,
      field: 'uri',
      message: `${titled(node)} takes its URI from the parameter ${name}, which is ${what}.`,
      fix: `Make ${name} a parameter of type string, or write the URI itself.`
    }
  ];
}

function other(node: FlowNodeOf<ImporterNode>, { name, type }: Given): Finding {
  return {
    severity: 'error',
    node: node.id,
    field: 'uri',
    message: `${titled(node)} takes its URI from ${name}, which is of type ${type} and not a string.`,
    fix: 'Take it from something of the type string.'
  };
}
