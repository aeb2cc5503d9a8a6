import { DEFAULT_IMAGE } from '../../kubeflow';
import { codeNodes } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

/** The version of Python in the name of an image: `python:3.12-slim`, `jupyter/scipy:python-3.11`, `acme/ml:1.0-py311`. */
const VERSION = /(?:python|py)[-_:]?v?(3)[._]?(\d{1,2})(?!\d)/i;

export const pythonVersion: Rule = {
  id: 'python-version',
  about: 'Steps run the Python of the kernel in which their cells were tried.',
  check: ({ flow, kernels, target }) =>
    codeNodes(flow).flatMap(entry => {
      const { node } = entry;
      const image = node.image ?? DEFAULT_IMAGE;
      const named = VERSION.exec(image.split('@')[0]);
      const inImage = named && `${named[1]}.${named[2]}`;
      const inKernel = /^\d+\.\d+/.exec(kernels.get(node.notebook)?.python ?? '')?.[0];
      return inImage && inKernel && inImage !== inKernel && target !== 'local'
        ? [
            {
              severity: 'info' as const,
              node: entry.id,
              field: 'image',
              message: `${titled(entry)} runs Python ${inImage} in its image ${image}, and the kernel of ${node.notebook} runs Python ${inKernel}.`,
              fix: `Choose an image with Python ${inKernel}: packages may differ, and functions that travel as values need the same.`
            }
          ]
        : [];
    })
};
