/*
 * Names of the inputs and outputs that carry a value across the border of a group, as Kubeflow's SDK makes them
 * (kfp 2.17, compiler_utils.additional_input_name_for_pipeline_channel and dsl/for_loop.py).
 */

const PREFIX = 'pipelinechannel--';

/** The input or output that carries a value of this name: `pipelinechannel--train-model`. */
export const channelName = (value: string): string => PREFIX + bareName(value);

/** The value that a port carries: `train-model`, or the name itself where it has no prefix. */
export const bareName = (port: string): string =>
  port.startsWith(PREFIX) ? port.slice(PREFIX.length) : port;

/** True for names that the compiler gives. */
export const isChannelName = (port: string): boolean => port.startsWith(PREFIX);

/** The name of an output as a value: that of its task in front. */
export const outputName = (task: string, output: string): string => `${task}-${output}`;

/** The item of a loop over a value. */
export const itemName = (value: string): string => `${value}-loop-item`;

/** The item of a loop over constants; the number comes from the counter of the groups. */
export const constantItemName = (number: number): string => `loop-item-param-${number}`;

/** One field of an item. */
export const fieldName = (item: string, field: string): string => `${item}-subvar-${field}`;

/** CEL that takes one field of an item. */
export const fieldSelector = (field: string): string => `parseJson(string_value)[${JSON.stringify(field)}]`;
