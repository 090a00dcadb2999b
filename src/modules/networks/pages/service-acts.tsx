import { serviceChannels } from '#codes/networks';
import type { ShownForm } from '#web/forms/shown.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import type { FormResult } from '#web/page.ts';
import {
  Card,
  CheckboxGroup,
  ConfirmForm,
  Fields,
  FormActs,
  LocalisedWords,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { OpenedService } from './opened.ts';
import { plainWords } from './words.ts';

/** In which municipalities a service is given from a day on, channel by channel. */
export function PlacesForm({
  form,
  given,
  places,
  result,
}: {
  readonly form: ShownForm | undefined;
  readonly given: readonly { readonly municipalityCode: string; readonly channel: string }[];
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly result: FormResult | undefined;
}) {
  const t = useT('services');
  return (
    <UseCaseForm form={form} result={result} label={t('change-places')}>
      {serviceChannels.map((channel) => (
        <CheckboxGroup
          key={channel}
          name={channel}
          label={t(`channel.${channel}`)}
          inline
          optional
          choices={places.map(({ code, name: label }) => ({ value: code, label }))}
          values={given.filter((place) => place.channel === channel).map((place) => place.municipalityCode)}
        />
      ))}
      <Fields of={['from']} />
      <FormActs />
    </UseCaseForm>
  );
}

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
