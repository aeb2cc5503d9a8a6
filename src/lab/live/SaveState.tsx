import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { LiveFile } from './live-file';
import { inWords, type Words } from './words';

/** How long something must take before it is said that it is going on, in milliseconds. */
const PATIENCE = 300;

/** Where live editing of a file stands, in two words; pressed, it says more. */
export function SaveState(props: {
  /** Null where live editing is not to be had. */
  file: LiveFile | null;
  trans: TranslationBundle;
  /** Whether changes are said aloud: once is enough. */
  isSpoken: boolean;
  onAsk: (file: LiveFile) => void;
}): JSX.Element {
  const { file, trans, isSpoken, onAsk } = props;
  const words = usePatience(useWords(file, trans));
  return (
    <>
      <button
        type="button"
        className={`jp-WeftSaveState jp-mod-${words.mood}`}
        title={words.detail}
        disabled={!file}
        onClick={() => file && onAsk(file)}
      >
        {words.label}
      </button>
      {isSpoken && (
        <span className="jp-WeftSaveState-said" role="status">
          {words.mood === 'busy' ? '' : words.label}
        </span>
      )}
    </>
  );
}

function useWords(file: LiveFile | null, trans: TranslationBundle): Words {
  const say = () => inWords(file, trans);
  const [words, setWords] = React.useState(say);
  React.useEffect(() => {
    const update = () => setWords(before => (isSame(before, say()) ? before : say()));
    update();
    file?.changed.connect(update);
    return () => void file?.changed.disconnect(update);
  }, [file, trans]);
  return words;
}

const isSame = (one: Words, other: Words): boolean =>
  one.label === other.label && one.detail === other.detail;

/** What is said; that something is going on only when it takes long enough to be read. */
function usePatience(words: Words): Words {
  const [shown, setShown] = React.useState(words);
  React.useEffect(() => {
    const timer = setTimeout(() => setShown(words), words.mood === 'busy' ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [words]);
  return shown;
}
