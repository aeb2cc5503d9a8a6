import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the keyboard in a list of offers, of which those that are accepted go away. */
export interface NextOffer {
  list: RefObject<HTMLOListElement>;
  /** Where the focus goes when no offer is left. */
  last: RefObject<HTMLButtonElement>;
  /** To be called before the offer at a place, or every one, goes away. */
  leaving(place: number): void;
}

/**
 * Gives the focus to the button of the next offer once the one that had it is gone.
 * @param left how many offers there are
 */
export function useNextOffer(left: number): NextOffer {
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<HTMLButtonElement>(null);
  const place = useRef<number | null>(null);
  useEffect(() => {
    if (place.current !== null) {
      const offers = list.current?.children ?? [];
      const next = offers[Math.min(place.current, offers.length - 1)];
      (next?.querySelector('button') ?? last.current)?.focus();
      place.current = null;
    }
  }, [left]);
  return { list, last, leaving: at => void (place.current = at) };
}
