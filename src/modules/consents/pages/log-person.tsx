/** One person's log as the data protection officer reads it; the reading is an entry in it. */
export { default, loader, middleware } from './my-log.tsx';
