/** The adviser's view of a client's consents: the same page in other words, with the client at the table. */
export { action, default, loader } from './my-consents.tsx';
