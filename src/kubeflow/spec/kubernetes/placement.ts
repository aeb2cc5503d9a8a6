import { type Static } from 'typebox';
import { flag, int32, int64, list, map, message, text, texts } from '../protobuf';
import { ParameterSource } from '../task-inputs';

/** `labels`, unless a parameter gives them as JSON. */
export const NodeSelector = message({ labels: map(text), nodeSelectorJson: ParameterSource });
export type NodeSelector = Static<typeof NodeSelector>;

export const TolerationSpec = message({
  key: text,
  operator: text,
  value: text,
  effect: text,
  tolerationSeconds: int64,
  tolerationJson: ParameterSource
});
export type TolerationSpec = Static<typeof TolerationSpec>;

export const SelectorRequirement = message({ key: text, operator: text, values: texts });
export type SelectorRequirement = Static<typeof SelectorRequirement>;

/** Required, or preferred by `weight` 1 to 100. */
export const NodeAffinityTerm = message({
  matchExpressions: list(SelectorRequirement),
  matchFields: list(SelectorRequirement),
  weight: int32,
  nodeAffinityJson: ParameterSource
});
export type NodeAffinityTerm = Static<typeof NodeAffinityTerm>;

/** The backend reads it nowhere. */
export const PodAffinityTerm = message({
  matchPodExpressions: list(SelectorRequirement),
  matchPodLabels: map(text),
  topologyKey: text,
  namespaces: texts,
  matchNamespaceExpressions: list(SelectorRequirement),
  matchNamespaceLabels: map(text),
  weight: int32,
  anti: flag
});
export type PodAffinityTerm = Static<typeof PodAffinityTerm>;
