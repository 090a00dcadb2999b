import type { ShownForm } from '#web/forms/shown.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import type { FormResult } from '#web/page.ts';
import { Card, ConfirmForm, LocalisedWords, UseCaseForm } from '#web/ui/index.ts';
import type { OpenedService } from './opened.ts';
import { plainWords } from './words.ts';

/** Who gives a service: a part begins on a day and ends on a day; nothing is removed. */
export function ServiceProviders({
  roles,
  forms,
  result,
}: {
  readonly roles: OpenedService['roles'];
  readonly forms: {
    readonly join: ShownForm | undefined;
    readonly leave: ShownForm | undefined;
  };
  readonly result: FormResult | undefined;
}) {
  const t = useT('services');
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      <p>{t('providers-lead')}</p>
      <div className="cards">
        {roles.map((role) => (
          <Card key={role.roleId} title={<LocalisedWords text={role.names} />}>
            <p>
              {t(`role.${role.role}`)}, {t('from-on', { from: format.day(role.validFrom) })}
            </p>
            <ConfirmForm
              form={forms.leave}
              row={role.roleId}
              hidden={{ roleId: role.roleId }}
              summary={t('end-role')}
              act={t('end-role-act')}
              result={result}
              about={plainWords(role.names, language)}
            >
              <p>{t('end-role-help')}</p>
            </ConfirmForm>
          </Card>
        ))}
      </div>
      <UseCaseForm form={forms.join} result={result} label={t('add-provider')} />
    </>
  );
}
