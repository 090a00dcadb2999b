import type { ReactNode } from 'react';
import { planLanguage } from '#codes/projects';
import { Page, PrintButton } from '#web/ui/index.ts';
import { PromiseTabs } from './promise-tabs.tsx';

/** The frame of every page about one side of a project: its title, whose it is, its tabs, and printing. */
export function PromisePage({
  title,
  head,
  wide = false,
  actions,
  children,
}: {
  readonly title: string;
  readonly head: { readonly projectId: string; readonly name: string };
  readonly wide?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Page
      title={title}
      browserTitle={`${title}: ${head.name}`}
      lead={<span lang={planLanguage}>{head.name}</span>}
      wide={wide}
      breadcrumbs={[{ to: `/projects/${head.projectId}`, label: head.name, lang: planLanguage }]}
      actions={
        <>
          {actions}
          <PrintButton />
        </>
      }
    >
      <PromiseTabs projectId={head.projectId} />
      {children}
    </Page>
  );
}
