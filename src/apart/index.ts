export { readApart } from './read-apart.ts';
