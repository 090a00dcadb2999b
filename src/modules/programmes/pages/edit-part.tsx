import { submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/edit-part.ts';
import {
  type Asked,
  hiddenOf,
  isNew,
  municipalityNames,
  partForms,
  partKinds,
  present,
  showPart,
} from './edit-forms.server.ts';
import { programmeCrumbs } from './words.ts';

function askedOf(request: Request, part: string): Asked {
  const kind = partKinds.find((known) => known === part);
  if (!kind) throw problem(404, { code: 'not-found' });
  return { kind, search: new URL(request.url).searchParams };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'programmes:write');
  const { programmeId } = params;
  const asked = askedOf(request, params.part);
  const names = await municipalityNames(services, asked.kind);
  const working = orThrow(await services.programmes.openWorking({ programmeId }));
  return {
    programmeId,
    name: working.content.name,
    language: working.content.language,
    act: asked.kind === 'basics' ? 'basics' : `${isNew(asked) ? 'add' : 'change'}-${asked.kind}`,
    hidden: hiddenOf(asked, working.revision),
    form: showPart(context, working, asked, names, language),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'programmes:write');
  const { programmeId } = params;
  const asked = askedOf(request, params.part);
  const open = async () => orThrow(await services.programmes.openWorking({ programmeId }));
  const names = await municipalityNames(services, asked.kind);
  const isPlace = partForms[asked.kind].hidden.includes('revision');
  return submitForm({
    context,
    request,
    form: partForms[asked.kind],
    // A part with an identity, and the only one of its kind, is compared field by field; a place only in its revision.
    fixed: { programmeId, ...(isPlace ? {} : { revision: (await open()).revision }) },
    current:
      isPlace || isNew(asked)
        ? undefined
        : async () => ({ change: present((await open()).content, asked, names) }),
    done: { to: `/programmes/${programmeId}/edit`, say: 'programmes:edit.changed' },
  });
}

export const shouldRevalidate = () => true;

/** The form of one part of the working copy. */
export default function EditPart({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const { programmeId, name, language, act, hidden, form } = loaderData;
  const back = `/programmes/${programmeId}/edit`;
  return (
    <Page
      title={t(`edit.${act}`)}
      lead={t('edit.part-lead')}
      breadcrumbs={[
        ...programmeCrumbs(t, { programmeId, name, language }),
        { to: back, label: t('edit.title') },
      ]}
    >
      <UseCaseForm form={form} hidden={hidden} result={actionData} cancel={back} />
    </Page>
  );
}
