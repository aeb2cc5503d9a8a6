import { type Static } from 'typebox';
import { list, map, message, text, texts } from '../protobuf';

/** A container that ends before the step starts; with `restartPolicy: Always`, one that runs beside it. */
export const InitContainer = message({
  name: text,
  image: text,
  command: texts,
  args: texts,
  env: list(message({ name: text, value: text })),
  volumeMounts: list(message({ volumeName: text, mountPath: text })),
  restartPolicy: text,
  resources: message({ requests: map(text), limits: map(text) })
});
export type InitContainer = Static<typeof InitContainer>;
