/** Ids of documents, and so of rooms: nothing that could mean a path. */
export const ROOM_ID = /^[0-9A-Za-z]{1,64}$/;
