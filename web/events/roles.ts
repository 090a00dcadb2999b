import { projectReaders } from '#codes/projects';

/** May the role read the portfolio, where the names of projects are? Asked before, so that no refusal is logged. */
export const readsProjects = (role: string): boolean => (projectReaders as readonly string[]).includes(role);
