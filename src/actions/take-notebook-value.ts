import { type DriftedParameter, driftedParameters } from '../checks';
import { constantType, type Flow } from '../flow';
import { setParameter } from '../pipeline';
import type { Action } from './action';
import { change } from './change';

/** A parameter with what the notebook says that its default is. */
export type TakenValue = DriftedParameter & { tagged: { value: unknown } };

/** The parameters whose defaults the notebook sets to other literals now. */
export const valuesToTake = (flow: Flow): TakenValue[] =>
  driftedParameters(flow).filter(
    (drifted): drifted is TakenValue => drifted.tagged !== undefined && 'value' in drifted.tagged
  );

/** Makes defaults of what the cells tagged for parameters say now: that of the parameter in `args`, or all. */
export const takeNotebookValue: Action = {
  id: 'take-notebook-value',
  label: trans => trans.__('Take Parameters From the Notebook'),
  caption: trans => trans.__('Set the defaults of parameters to what the tagged cells say now'),
  writes: true,
  when: ({ view }) => valuesToTake(view.flow).length > 0,
  do: (editor, args) => {
    const { flow } = editor.view;
    const taken = valuesToTake(flow).filter(
      ({ parameter }) => args.parameter === undefined || parameter === args.parameter
    );
    change(editor, doc => {
      for (const { parameter, tagged } of taken) {
        const old = flow.pipeline.parameters[parameter];
        const type = constantType(tagged.value);
        const fits = type === 'integer' && old.type === 'number';
        setParameter(doc, parameter, { ...old, type: fits ? old.type : type, default: tagged.value });
      }
    });
    const names = taken.map(({ parameter }) => parameter).join(', ');
    editor.canvas?.announce(editor.trans.__('Taken from the notebook: %1.', names));
  }
};
