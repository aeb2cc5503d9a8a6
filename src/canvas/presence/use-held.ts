import * as React from 'react';
import type { Editor } from '../../actions';
import { boxesOf } from '../../flow';
import { eased, frames, type Place } from './ease';
import { HeldNodes, pickDrags } from './held-nodes';
import { usePeers } from './use-peers';

type Places = ReadonlyMap<string, Place>;
const NOWHERE: Places = new Map();

/**
 * Where to draw the nodes that others have in hand: eased towards where they hold them, and back to where the document
 * has them when they let go. Empty while nobody drags.
 */
export function useHeld(editor: Editor): Places {
  const drags = usePeers(editor.session, pickDrags);
  const [places, setPlaces] = React.useState(NOWHERE);
  const held = React.useMemo(() => new HeldNodes(), []);
  const now = React.useRef({ drags, places });
  now.current.drags = drags;
  const motion = React.useMemo(
    () =>
      frames(ms => {
        const { flow } = editor.view;
        const boxes = boxesOf(flow);
        const wanted = held.places(flow, now.current.drags);
        const next = new Map<string, Place>();
        let moves = false;
        for (const id of new Set([...now.current.places.keys(), ...wanted.keys()])) {
          const box = boxes.get(id);
          const to = wanted.get(id) ?? box;
          if (box && to) {
            const from = now.current.places.get(id) ?? box;
            const at = eased(from, to, ms);
            moves ||= at.x !== from.x || at.y !== from.y;
            if (wanted.has(id) || at !== to) {
              next.set(id, { x: at.x, y: at.y });
            }
          }
        }
        if (moves || next.size !== now.current.places.size) {
          now.current.places = next.size > 0 ? next : NOWHERE;
          setPlaces(now.current.places);
          return true;
        }
        return false;
      }),
    [editor, held]
  );
  React.useEffect(() => motion.stop, [motion]);
  React.useEffect(() => {
    if (drags.length > 0 || now.current.places.size > 0) {
      motion.start();
    }
  }, [drags, motion]);
  return places;
}
