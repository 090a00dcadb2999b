import { Link } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/line.ts';
import { lineForms, setLineRight } from './line-forms.server.ts';
import { SaidList } from './said.tsx';
import { lineTo, useFieldValue, usePathWords } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'intake:write');
  const found = orThrow(
    await services.intake.openLine({ documentId: params.documentId, line: Number(params.line) }),
  );
  const chosen = new URL(request.url).searchParams.get('value') ?? undefined;
  return { found, documentId: params.documentId, forms: lineForms(context, found, language, chosen) };
}

/** Says what a value of the line is, or what the line is. */
export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'intake:write');
  return setLineRight({ context, request }, params.documentId, Number(params.line));
}

/** One line of a document: its neighbours, what was read of it, and the ways to set it right before import. */
export default function IntakeLine({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const pathWords = usePathWords();
  const valueWords = useFieldValue();
  const { found, documentId, forms } = loaderData;
  const { line, fileName, around, values, said, actions } = found;
  const chosen = values.find(({ path }) => path === forms.chosen);
  const to = (path: string) => lineTo(documentId, line, path);
  return (
    <Page
      title={t('line-title', { line })}
      lead={t(actions.setRight ? 'line-lead' : 'line-lead-imported')}
      breadcrumbs={[
        { to: '/intake', label: t('title') },
        { to: `/intake/${documentId}`, label: fileName },
      ]}
    >
      <Section id="around" title={t('line-around')}>
        <dl className="document-lines">
          {around.map((row) => (
            <div key={row.line}>
              <dt>{t('line-number', { line: row.line })}</dt>
              <dd>{row.line === line ? <strong>{row.raw.trim()}</strong> : row.raw.trim() || '–'}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="values" title={t('line-values')}>
        {values.length === 0 && <p>{t(found.unread ? 'line-unread' : 'line-nothing')}</p>}
        <ul>
          {values.map((field) => (
            <li key={field.path}>
              {pathWords(field.path)}: {valueWords(field)}
              {actions.setRight && field.path !== forms.chosen && (
                <>
                  {' '}
                  <Link to={to(field.path)} aria-label={t('right-of', { what: pathWords(field.path) })}>
                    {t('right')}
                  </Link>
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {chosen && (
        <Section id="right-value" title={t('right-of', { what: pathWords(chosen.path) })}>
          <UseCaseForm
            form={forms.value}
            result={actionData}
            action={to(chosen.path)}
            label={t('right-of', { what: pathWords(chosen.path) })}
            cancel={`/intake/${documentId}`}
          />
        </Section>
      )}
      {forms.place && (
        <Section id="right-line" title={t('line-is')} lead={t('line-is-lead')}>
          <UseCaseForm form={forms.place} result={actionData} label={t('line-is')} />
          <UseCaseForm form={forms.leave} result={actionData} label={t('leave-out')} look="secondary" />
        </Section>
      )}
      {said.length > 0 && (
        <Section id="said" title={t('said')}>
          <SaidList said={said} documentId={documentId} />
        </Section>
      )}
    </Page>
  );
}
