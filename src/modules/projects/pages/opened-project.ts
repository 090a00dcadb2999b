import { orThrow, requireViewer } from '#web/page.ts';
import type { Opened } from './opened.ts';

type Given = {
  readonly context: Parameters<typeof requireViewer>[0];
  readonly request: Request;
  readonly params: { readonly projectId: string };
};

/** The project for one of its sides, and where it can be changed by this viewer. For loaders. */
export async function openedProject(
  { context, request, params }: Given,
  late: Readonly<Record<string, number>> = {},
): Promise<{ readonly opened: Opened; readonly edit: string | undefined }> {
  const { services } = requireViewer(context, request, 'projects:read');
  const { projectId } = params;
  const opened = orThrow(await services.projects.openProject({ projectId, late }));
  return { opened, edit: opened.actions.keep ? `/projects/${projectId}/edit` : undefined };
}

/** Whose page it is, for `PromisePage`. */
export const headOf = ({ project, plan }: Opened) => ({
  projectId: project.projectId,
  name: plan.identity.name,
});
