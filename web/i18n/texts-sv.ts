import { namespaces } from './types.ts';

export default namespaces(import.meta.glob('./sv/*.json', { eager: true, import: 'default' }));
