/** Id of the content provider, as widget factories name it. */
export const PROVIDER = 'weft';
