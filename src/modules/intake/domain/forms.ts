import type { DocumentKind } from './codes.ts';
import type { Form } from './form.ts';
import { boardItem } from './kinds/board-item.ts';
import { programme } from './kinds/programme.ts';
import { projectDescription } from './kinds/project-description.ts';
import { projectPresentation } from './kinds/project-presentation.ts';
import { selectionProposal } from './kinds/selection-proposal.ts';

/** What is known of each kind of document. */
export const forms: Readonly<Record<DocumentKind, Form>> = {
  'selection-proposal': selectionProposal,
  'project-description': projectDescription,
  'board-item': boardItem,
  'project-presentation': projectPresentation,
  programme,
};
