import { namespaces } from './types.ts';

export default namespaces(import.meta.glob('./en/*.json', { eager: true, import: 'default' }));
