import {
  conditional,
  constants,
  dynamicElements,
  hasEmbeddedJob,
  hasJob,
  hasPlaceholder
} from './placeholders';
import { isWhole, parametersIn, UNFILLED } from './placeholders';
import type { TaskPlace } from './places';
import type { TaskRow } from './row';
import { kindOf } from './sources';

const PVC_STUB = /^argostub\/(createpvc|deletepvc)$/;
const ACCELERATOR_TYPE = /^(NVIDIA_|TPU_V)/;

/** What runs in a step, and its command line. */
export const STEP_ROWS: readonly TaskRow[] = [
  {
    id: 'resolver',
    what: 'a resolver',
    argo: 'rejected',
    local: 'rejected',
    why: 'looking artifacts up is not implemented',
    fix: 'Import the artifact by its URI.',
    source: 'backend/src/v2/compiler/visitor.go',
    field: 'executor',
    inTask: ({ executor }) => executor?.resolver !== undefined
  },
  {
    id: 'custom-job',
    what: 'a custom job of Vertex AI',
    argo: 'rejected',
    local: 'rejected',
    why: 'it runs on Vertex AI alone',
    fix: 'Use a container instead.',
    source: 'backend/src/v2/compiler/visitor.go',
    field: 'executor',
    inTask: ({ executor }) => executor?.customJob !== undefined
  },
  {
    id: 'container-without-command',
    what: 'a container without a command',
    argo: 'fails',
    why: 'the entrypoint of the image is never used',
    fix: 'Give the command that the image would run.',
    source: 'backend/src/v2/component/launcher_v2.go',
    field: 'command',
    inTask: ({ container }) =>
      container !== undefined &&
      !PVC_STUB.test(container.image ?? '') &&
      !container.command?.length &&
      !container.args?.length
  },
  {
    id: 'lifecycle',
    what: 'a check before the cache is asked (lifecycle.preCacheCheck)',
    argo: 'ignored',
    local: 'ignored',
    why: 'no code of the server reads it',
    source: 'pipeline_spec.proto',
    field: 'executor',
    inTask: ({ container }) => container?.lifecycle !== undefined
  },
  {
    id: 'placeholder-as-program',
    what: 'a placeholder in the first element of its command',
    argo: 'fails',
    why: 'it is not filled in there',
    fix: 'Begin the command with the program itself, such as sh.',
    source: 'backend/src/v2/component/launcher_v2.go',
    field: 'command.0',
    inTask: ({ container }) => {
      const [program] = container?.command ?? [];
      return program !== undefined && program !== '{{$}}' && hasPlaceholder(program) && !conditional(program);
    }
  },
  {
    id: 'placeholder-in-env',
    what: 'a placeholder in an environment variable',
    argo: 'ignored',
    local: 'ignored',
    why: 'values of variables are taken as they are written',
    fix: 'Pass the value as an argument, or take it from a secret, config map or field of the pod.',
    source: '#10111, #11395',
    field: 'env',
    inTask: ({ container }) => container?.env?.some(({ value }) => hasPlaceholder(value)) ?? false
  },
  {
    id: 'concat',
    what: 'Concat',
    argo: 'ignored',
    why: 'its JSON text reaches the program as it is',
    fix: 'Join the pieces in the program, or by sh -c.',
    source: '#9486, #8711, #11009',
    field: 'args',
    inTask: ({ container }) => dynamicElements(container).some(({ text }) => conditional(text) === 'Concat')
  },
  {
    id: 'if-present',
    what: 'IfPresent',
    since: 'kfp-2.17',
    argo: 'ignored',
    why: 'its JSON text reaches the program as it is',
    fix: 'Give the input a default, and name it always.',
    source: '#12598',
    field: 'args',
    inTask: ({ container }) =>
      dynamicElements(container).some(({ text }) => conditional(text) === 'IfPresent')
  },
  {
    id: 'if-present-artifact',
    what: 'IfPresent for an artifact',
    argo: 'ignored',
    why: 'only parameters are looked at',
    fix: 'Ask for a parameter instead.',
    source: '#12598',
    field: 'args',
    inTask: place => ifPresentNames(place).some(name => isArtifact(place, name))
  },
  {
    id: 'if-present-output',
    what: 'an output within IfPresent',
    argo: 'ignored',
    why: 'elements that mention outputs are left as they are',
    fix: 'Name the output outside of it.',
    source: '#12598',
    field: 'args',
    inTask: ({ container }) =>
      dynamicElements(container).some(
        ({ text }) => conditional(text) === 'IfPresent' && text.includes('$.outputs')
      )
  },
  {
    id: 'unfilled-placeholder',
    what: 'a placeholder of metadata, of a whole list or of the job',
    argo: 'ignored',
    why: 'it is left as it is',
    fix: 'Pass the value as an input, or read it in the program.',
    source: 'backend/src/v2/component/launcher_v2.go',
    field: 'args',
    inTask: ({ container }) =>
      dynamicElements(container).some(({ text }) => UNFILLED.test(text) || hasJob(text))
  },
  {
    id: 'embedded-job-placeholder',
    what: 'a placeholder of the job within a longer text',
    argo: 'ignored',
    why: 'it is filled in only where it is the whole value',
    fix: 'Give it to an input of its own, and join the texts in the program.',
    source: '#13424',
    field: 'inputs',
    inTask: place => constants(place).some(hasEmbeddedJob)
  },
  {
    id: 'embedded-image-placeholder',
    what: 'a placeholder within a longer text in its image',
    argo: 'fails',
    why: 'the parameter takes the place of the whole text',
    fix: 'Let one parameter hold the whole name of the image.',
    source: 'backend/src/v2/driver/driver.go',
    field: 'image',
    inTask: ({ container }) => hasPlaceholder(container?.image) && !isWhole(container?.image ?? '')
  },
  {
    id: 'embedded-amount-placeholder',
    what: 'a placeholder within a longer text in an amount',
    argo: 'fails',
    why: 'the parameter takes the place of the whole text',
    fix: 'Let one parameter hold the whole amount.',
    source: 'backend/src/v2/driver/driver.go',
    field: 'resources',
    inTask: place => amounts(place).some(text => hasPlaceholder(text) && !isWhole(text))
  },
  {
    id: 'number-as-amount',
    what: 'a number parameter in an amount',
    argo: 'fails',
    why: 'only text is read there: a GPU is left out without a word, and CPU and memory fail',
    fix: 'Give the parameter the type string.',
    source: 'backend/src/v2/driver/driver.go',
    field: 'resources',
    inTask: place =>
      amounts(place)
        .flatMap(parametersIn)
        .some(name => /^NUMBER/.test(kindOf(place, name) ?? ''))
  },
  {
    id: 'accelerator-without-type',
    what: 'a number of accelerators without their type',
    argo: 'ignored',
    why: 'a limit needs both',
    fix: 'Choose a pool, or name the resource, such as nvidia.com/gpu.',
    source: 'backend/src/v2/driver/driver.go',
    field: 'resources.accelerators',
    inTask: ({ container }) => {
      const { accelerator = {} } = container?.resources ?? {};
      return (
        Boolean(accelerator.resourceCount ?? accelerator.count) &&
        !(accelerator.resourceType ?? accelerator.type)
      );
    }
  },
  {
    id: 'vertex-accelerator',
    what: 'a name of an accelerator that only Vertex AI knows',
    argo: 'fails',
    why: 'Kubernetes wants the name of a resource',
    fix: 'Name the resource, such as nvidia.com/gpu, and choose the product by a pool or node selector.',
    source: '#10191, #11642',
    field: 'resources.accelerator',
    inTask: ({ container }) => {
      const { accelerator = {} } = container?.resources ?? {};
      return ACCELERATOR_TYPE.test(accelerator.resourceType ?? accelerator.type ?? '');
    }
  },
  {
    id: 'run-as-root',
    what: 'root as the user of its security context',
    argo: 'rejected',
    local: 'ignored',
    why: 'the server allows no root',
    fix: 'Choose another user id.',
    source: '#12832',
    field: 'kubernetes.securityContext',
    inTask: ({ kubernetes }) => String(kubernetes.securityContext?.runAsUser ?? '') === '0'
  }
];

function amounts({ container }: TaskPlace): string[] {
  const { accelerator = {}, ...others } = container?.resources ?? {};
  return [...Object.values(others), ...Object.values(accelerator)].filter(
    (amount): amount is string => typeof amount === 'string'
  );
}

function ifPresentNames({ container }: TaskPlace): string[] {
  return dynamicElements(container).flatMap(({ text }) =>
    conditional(text) === 'IfPresent'
      ? [...text.matchAll(/"InputName"\s*:\s*"([^"]*)"/g)].map(([, name]) => name)
      : []
  );
}

const isArtifact = ({ component }: TaskPlace, name: string) =>
  component?.inputDefinitions?.artifacts?.[name] !== undefined;
