import { namespaces } from './types.ts';

export default namespaces(import.meta.glob('./fi/*.json', { eager: true, import: 'default' }));
