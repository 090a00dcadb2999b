import { Fragment, type ReactNode } from 'react';
import { useT } from '#web/i18n/use.ts';
import { Code } from '#web/ui/code.tsx';
import {
  type Column,
  Contents,
  DataTable,
  DefinitionList,
  Details,
  InLanguage,
  Page,
  Section,
} from '#web/ui/index.ts';
import type { Route } from './+types/api-docs.ts';
import { documentation, type OperationDoc, type Row, type SchemaDoc } from './api-docs.server.ts';

const callers = ['anybody', 'employer', 'business', 'steering'] as const;

const tokenExample = `curl -s https://…/api/v1/token \\
  -d grant_type=client_credentials -d client_id=… -d client_secret=…

curl -s https://…/api/v1/introductions \\
  -H "Authorization: Bearer …" -H "Accept-Language: en"`;

export function loader() {
  return documentation();
}

/** The public interface for those who write systems: made from the specification, which is itself under test. */
export default function ApiDocs({ loaderData }: Route.ComponentProps) {
  const t = useT('api');
  const { description, operations, schemas, problems } = loaderData;
  const asked = (caller: string) => operations.filter((operation) => operation.caller === caller);
  const parts = [
    { id: 'begin', title: t('page.begin') },
    { id: 'personal-data', title: t('page.rights-title') },
    { id: 'everywhere', title: t('page.everywhere') },
    ...callers.map((caller) => ({
      id: `for-${caller}`,
      title: t(`page.${caller}`),
      parts: asked(caller).map(({ id, summary }) => ({
        id,
        title: <InLanguage language="en">{summary}</InLanguage>,
      })),
    })),
    { id: 'forms', title: t('page.schemas') },
    { id: 'problems', title: t('page.problems') },
  ];
  return (
    <Page
      title={t('page.title')}
      lead={t('page.lead')}
      actions={
        <a className="button button--secondary" href="/api/v1/openapi.json" download>
          {t('page.specification')}
        </a>
      }
      wide
    >
      <Contents parts={parts} />
      <Section id="begin" title={t('page.begin')}>
        <ol>
          <li>{t('page.begin-1')}</li>
          <li>{t('page.begin-2')}</li>
          <li>{t('page.begin-3')}</li>
        </ol>
        <Code>{tokenExample}</Code>
      </Section>
      <Section id="personal-data" title={t('page.rights-title')}>
        <p>{t('page.rights')}</p>
      </Section>
      <Section id="everywhere" title={t('page.everywhere')}>
        {description.map((paragraph) => (
          <p key={paragraph} lang="en">
            {withCode(paragraph)}
          </p>
        ))}
      </Section>
      {callers.map((caller) => (
        <Section key={caller} id={`for-${caller}`} title={t(`page.${caller}`)}>
          {asked(caller).map((operation) => (
            <Operation key={operation.id} one={operation} />
          ))}
        </Section>
      ))}
      <Section id="forms" title={t('page.schemas')}>
        <Details prints summary={t('page.schemas-count', { count: schemas.length })}>
          {schemas.map((schema) => (
            <Form key={schema.name} one={schema} />
          ))}
        </Details>
      </Section>
      <Section id="problems" title={t('page.problems')} lead={t('page.refused-explained')}>
        <Details prints summary={t('page.problems-count', { count: problems.length })}>
          <Problems rows={problems} />
        </Details>
      </Section>
    </Page>
  );
}

function Operation({ one }: { readonly one: OperationDoc }) {
  const t = useT('api');
  return (
    <Details
      prints
      id={one.id}
      summary={
        <InLanguage language="en">
          {one.summary} <code>{one.address}</code>
        </InLanguage>
      }
    >
      <p lang="en">
        <code>{one.address}</code>
      </p>
      <p lang="en">{withCode(one.description)}</p>
      <DefinitionList
        items={[
          { term: t('page.callers'), value: t(`page.${one.caller}`) },
          one.body !== undefined && { term: t('page.request'), value: <code lang="en">{one.body}</code> },
          { term: t('page.answer'), value: <code lang="en">{one.answerKind}</code> },
        ]}
      />
      {one.parameters.length > 0 && (
        <DataTable
          id={`${one.id}-parameters`}
          caption={t('page.parameters')}
          columns={[
            ...fieldColumns(t),
            {
              key: 'place',
              header: t('page.place'),
              cell: (row) => <InLanguage language="en">{row.place}</InLanguage>,
            },
          ]}
          rows={one.parameters}
          rowKey={(row) => row.name}
          empty=""
        />
      )}
      {one.request !== undefined && (
        <Details summary={`${t('page.request')}: ${one.id}`}>
          <Code>{one.request}</Code>
        </Details>
      )}
      {one.answer !== undefined && (
        <Details summary={`${t('page.answer')}: ${one.id}`}>
          <Code>{one.answer}</Code>
        </Details>
      )}
      <Details summary={`${t('page.errors')}: ${one.id}`}>
        <DefinitionList
          items={one.errors.map((error) => ({
            term: error.status,
            value: <InLanguage language="en">{withCode(error.about)}</InLanguage>,
          }))}
        />
      </Details>
    </Details>
  );
}

function Form({ one }: { readonly one: SchemaDoc }) {
  const t = useT('api');
  return (
    <Details summary={one.name}>
      {one.about !== '' && <p lang="en">{withCode(one.about)}</p>}
      {one.rows.length === 0 ? (
        <p>
          <code lang="en">{one.kind}</code>
        </p>
      ) : (
        <DataTable
          id={`form-${one.name}`}
          caption={`${t('page.schema-fields')}: ${one.name}`}
          columns={fieldColumns(t)}
          rows={one.rows}
          rowKey={(row) => row.name}
          empty=""
        />
      )}
    </Details>
  );
}

function fieldColumns<R extends Row>(t: ReturnType<typeof useT>): Column<R>[] {
  return [
    {
      key: 'name',
      header: t('api:page.parameter'),
      cell: (row) => <code lang="en">{row.name}</code>,
      rowHeader: true,
    },
    {
      key: 'kind',
      header: t('api:page.kind'),
      cell: (row) => (
        <InLanguage language="en">
          {row.kind}
          {row.about !== '' && ` – ${row.about}`}
        </InLanguage>
      ),
    },
    {
      key: 'needed',
      header: t('api:page.needed'),
      cell: (row) => t(row.needed ? 'api:page.yes' : 'api:page.no'),
    },
  ];
}

function Problems({ rows }: { readonly rows: readonly (readonly [code: string, status: number])[] }) {
  const t = useT('api');
  return (
    <DataTable
      id="problem-codes"
      caption={t('page.problems')}
      captionHidden
      columns={[
        {
          key: 'code',
          header: t('page.code'),
          cell: ([code]) => (
            <code lang="en" id={`problem-${code}`}>
              {code}
            </code>
          ),
          rowHeader: true,
        },
        { key: 'status', header: t('page.status'), cell: ([, status]) => status, number: true },
        {
          key: 'words',
          header: t('page.words'),
          cell: ([code]) => `${t(`problem.${code}.title`)}. ${t(`problem.${code}.detail`)}`,
        },
      ]}
      rows={rows}
      rowKey={([code]) => code}
      empty=""
    />
  );
}

/** Backticks of the specification's texts become code. */
function withCode(text: string): ReactNode {
  return text.split('`').map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
    <Fragment key={at}>{at % 2 === 1 ? <code>{piece}</code> : piece}</Fragment>
  ));
}
