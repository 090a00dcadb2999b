/** The door of the room. */
export const introductions = {};
