import { isParameterType } from '../../pipeline';
import type { Rule } from '../rule';
import { importers } from '../flow-nodes';
import { titled } from '../words';

export const importerType: Rule = {
  id: 'importer-type',
  about: 'Importers bring in artifacts, never parameters.',
  check: ({ flow }) =>
    importers(flow)
      .filter(({ node }) => !node.type || isParameterType(node.type))
      .map(node => ({
        severity: 'error',
        node: node.id,
        field: 'type',
        message: `${titled(node)} is to import “${node.node.type}”, which is no type of artifact.`,
        fix: 'Choose a type such as Dataset or Model.'
      }))
};
