import { inLanguage } from '#kernel/in-language.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { ConfirmForm, DataTable, FoldedForm, Page } from '#web/ui/index.ts';
import type { Route } from './+types/groups.ts';
import { AccessTabs } from './tabs.tsx';

const tying = defineForm('accounts.tieGroup', {
  id: 'tie',
  fields: {
    group: { label: 'groups.group', help: 'groups.group-help', width: 'l' },
    role: { as: 'select', words: 'roles:', empty: 'choose-role' },
    organisationId: {
      as: 'select',
      label: 'organisation',
      help: false,
      empty: 'choose-organisation',
      width: 'l',
    },
  },
  act: 'groups.tie-act',
});
const untying = defineForm('accounts.untieGroup', {
  id: 'untie',
  hidden: ['groupRoleId'],
  act: 'groups.untie-act',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'accounts:write');
  const format = formatOf(language);
  const { groups } = orThrow(await services.accounts.groupRoles({}));
  const organisations = orThrow(await services.networks.organisations({}));
  return {
    groups,
    forms: {
      tie: showForm(context, tying, {
        choices: {
          organisationId: organisations
            .map(({ id, names }) => ({ value: id, label: inLanguage(names, language).text }))
            .sort((a, b) => format.compare(a.label, b.label)),
        },
      }),
      untie: showForm(context, untying),
    },
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'accounts:write');
  return submitForms(
    { context, request },
    submission({ form: tying, done: { to: '/accounts/groups', say: 'accounts:groups.tied' } }),
    submission({ form: untying, done: { to: '/accounts/groups', say: 'accounts:groups.untied' } }),
  );
}

/** Groups of the identity provider's directory, and the role that each gives. */
export default function Groups({ loaderData: { groups, forms }, actionData }: Route.ComponentProps) {
  const t = useT('accounts');
  const format = useFormat();
  const language = useLanguage();
  return (
    <Page title={t('groups.title')} lead={t('groups.lead')} wide>
      <AccessTabs />
      <DataTable
        id="groups"
        caption={t('groups.title')}
        captionHidden
        rows={groups}
        rowKey={({ groupRoleId }) => groupRoleId}
        empty={t('groups.none')}
        columns={[
          { key: 'group', header: t('groups.group'), rowHeader: true, cell: ({ group }) => group },
          {
            key: 'role',
            header: t('role'),
            cell: ({ role, organisation }) =>
              [t(`roles:${role}`), inLanguage(organisation, language).text].filter(Boolean).join(', '),
          },
          { key: 'held', header: t('groups.held'), number: true, cell: ({ held }) => format.number(held) },
          {
            key: 'added',
            header: t('groups.added'),
            cell: ({ addedBy, addedAt }) => [format.instant(addedAt), addedBy].filter(Boolean).join(', '),
          },
          {
            key: 'act',
            header: t('acts'),
            headerHidden: true,
            cell: ({ groupRoleId, group, held }) => (
              <ConfirmForm
                form={forms.untie}
                row={groupRoleId}
                hidden={{ groupRoleId }}
                about={group}
                summary={t('groups.untie-open')}
                act={t('groups.untie-act')}
                quiet
                result={actionData}
              >
                <p>{t('groups.untie-what', { count: held })}</p>
              </ConfirmForm>
            ),
          },
        ]}
      />
      <FoldedForm
        summary={t('groups.tie-open')}
        fold="primary"
        form={forms.tie}
        result={actionData}
        open={groups.length === 0}
      />
    </Page>
  );
}
