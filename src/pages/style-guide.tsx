import { newId } from '#kernel/ids.ts';
import { BarChart } from '#web/charts/bar-chart.tsx';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { page, problem } from '#web/page.ts';
import {
  AddressForm,
  Button,
  Card,
  Checkbox,
  CheckboxGroup,
  Combobox,
  ConfirmForm,
  DataTable,
  DefinitionList,
  Details,
  EmptyState,
  Figure,
  Figures,
  Filters,
  Lanes,
  NeedList,
  Notice,
  Page,
  PrintButton,
  SearchField,
  Section,
  StateLine,
  Steps,
  TabLinks,
  TextField,
  UseCaseForm,
  type UseCaseFormProps,
  Words,
} from '#web/ui/index.ts';
import type { Route } from './+types/style-guide.ts';

const introductions = [
  { id: '1', name: 'Aino Esimerkki', state: 'waiting', distance: 12 },
  { id: '2', name: 'Onni Malli', state: 'late', distance: 48 },
  { id: '3', name: 'Elsa Keksitty', state: 'done', distance: 3.5 },
] as const;

const visit = defineForm('vacancies.noteHiddenJob', {
  id: 'visit',
  texts: 'style',
  fixed: ['key'],
  fields: {
    companyId: { as: 'suggest', source: '/style-guide/suggestions', text: 'company', label: 'company' },
    need: {},
    municipalityCode: { as: 'select', label: 'municipality' },
    certainty: { words: (value) => `certainty-${value}`, inline: true },
    startsOn: { label: 'from' },
  },
});
const withdraw = defineForm('outreach.myQuestions', { id: 'withdraw' });

export function loader({ context, request }: Route.LoaderArgs) {
  const { demonstration, production } = page(context);
  if (!demonstration || production === true) throw problem(404, { code: 'no-such-page' });
  const { searchParams } = new URL(request.url);
  const municipalities = { '491': 'Mikkeli', '507': 'Mäntyharju', '178': 'Juva' };
  return {
    search: searchParams.get('search') ?? '',
    sort: searchParams.get('sort') ?? undefined,
    visit: showForm(context, visit, {
      choices: {
        municipalityCode: Object.entries(municipalities).map(([value, label]) => ({ value, label })),
      },
    }),
    withdraw: showForm(context, withdraw),
  };
}

/** Checks what was sent as any page does, and does nothing. */
export function action({ context, request }: Route.ActionArgs) {
  const run = async () => ({ ok: true as const });
  return submitForms(
    { context, request },
    submission({
      form: visit,
      run,
      fixed: { key: newId() },
      suggest: { companyId: async (label) => [{ id: newId(), label }] },
      done: (_, { need }) => ({ say: 'style:saved-notice', values: { company: need } }),
    }),
    submission({ form: withdraw, run, done: { kind: 'info', say: 'style:notice-text' } }),
  );
}

export default function StyleGuide({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('style');
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={[]}
      actions={
        <>
          <PrintButton />
          <Button to="/" label={t('book')} />
        </>
      }
    >
      <TabLinks
        label={t('title')}
        tabs={[
          { to: '/style-guide', label: t('title'), count: 3 },
          { to: '/help', label: t('more') },
        ]}
      />
      <Needs />
      <Controls form={loaderData.withdraw} result={actionData} />
      <VisitForm form={loaderData.visit} result={actionData} />
      <Statements />
      <Table search={loaderData.search} sort={loaderData.sort} />
      <Numbers />
    </Page>
  );
}

function Needs() {
  const t = useT('style');
  return (
    <Section id="needs" title={t('needs')}>
      <NeedList
        id="need-list"
        empty={t('empty')}
        needs={[
          {
            key: '1',
            to: '/style-guide',
            title: 'Aino Esimerkki',
            what: t('state-late'),
            why: t('why'),
            clock: '5',
            late: true,
            act: t('remind'),
          },
          {
            key: '2',
            to: '/style-guide',
            title: 'Onni Malli',
            what: t('state-waiting'),
            why: t('why'),
            clock: '2',
            act: t('remind'),
          },
        ]}
      />
    </Section>
  );
}

type FormProps = Pick<UseCaseFormProps, 'form' | 'result'>;

function Controls({ form, result }: FormProps) {
  const t = useT('style');
  return (
    <>
      <Section id="buttons" title={t('buttons')}>
        <div className="actions">
          <Button to="/style-guide" label={t('book')} />
          <Button to="/style-guide" look="secondary" label={t('book')} />
          <Button to="/style-guide" look="quiet" label={t('book')} />
          <Button to="/style-guide" look="danger" label={t('withdraw')} />
        </div>
        <ConfirmForm
          form={form}
          result={result}
          summary={t('withdraw')}
          act={t('withdraw')}
          about="Konepaja Virta Oy"
        >
          <p>{t('withdraw-text')}</p>
        </ConfirmForm>
      </Section>
      <Section id="notices" title={t('notices')}>
        {(['info', 'success', 'warning', 'error'] as const).map((kind) => (
          <Notice key={kind} kind={kind} title={t('notices')}>
            <p>{t('notice-text')}</p>
          </Notice>
        ))}
      </Section>
    </>
  );
}

function VisitForm({ form, result }: FormProps) {
  const t = useT('style');
  return (
    <Section id="form" title={t('form')}>
      <UseCaseForm form={form} result={result} cancel="/" />
      <AddressForm id="parts" label={t('fields')}>
        <Combobox
          name="skill"
          idName="skillId"
          label={t('skill')}
          help={t('skill-help')}
          source="/style-guide/suggestions"
          optional
        />
        <CheckboxGroup
          name="fields"
          label={t('fields')}
          values={['skills']}
          optional
          choices={[
            { value: 'skills', label: t('field-skills') },
            { value: 'languages', label: t('field-languages') },
            { value: 'wishes', label: t('field-wishes'), help: t('company-help') },
          ]}
        />
        <TextField name="salary" label={t('salary')} unit="€" width="s" keyboard="decimal" optional />
        <Checkbox name="read" label={t('confirm-read')} />
      </AddressForm>
    </Section>
  );
}

function Statements() {
  const t = useT('style');
  return (
    <>
      <Section id="states" title={t('states')}>
        <ul className="plain">
          <li>
            <StateLine kind="waiting" clock="2">
              {t('state-waiting')}
            </StateLine>
          </li>
          <li>
            <StateLine kind="done">{t('state-done')}</StateLine>
          </li>
          <li>
            <StateLine kind="late" clock="5">
              {t('state-late')}
            </StateLine>
          </li>
          <li>
            <StateLine kind="stopped">{t('state-stopped')}</StateLine>
          </li>
        </ul>
      </Section>
      <Section id="steps" title={t('steps')}>
        <Steps
          label={t('steps')}
          steps={[
            { key: '1', label: t('step-mapped'), state: 'done', note: '12.11.2026' },
            { key: '2', label: t('step-consent'), state: 'current' },
            { key: '3', label: t('step-introduced'), state: 'coming' },
          ]}
        />
      </Section>
      <Section id="facts" title={t('facts')}>
        <DefinitionList
          items={[
            { term: t('municipality'), value: 'Mikkeli' },
            { term: t('salary'), value: undefined },
          ]}
        />
      </Section>
      <Section id="match" title={t('match')}>
        <div className="cards">
          <Card
            title="Levyseppähitsaaja"
            to="/style-guide"
            state={<StateLine kind="done">{t('state-done')}</StateLine>}
          >
            <p>{t('fits')}</p>
            <Words
              label={t('fits')}
              words={[
                { key: '1', text: 'TIG-hitsaus', kind: 'fits' },
                { key: '2', text: 'trukkikortti', kind: 'wish' },
              ]}
            />
            <p>{t('missing')}</p>
            <Words label={t('missing')} words={[{ key: '1', text: 'tulityökortti', kind: 'missing' }]} />
          </Card>
          <Card title="Varastotyöntekijä">
            <Details summary={t('more')}>
              <p>{t('why')}</p>
            </Details>
          </Card>
        </div>
      </Section>
      <Section id="path" title={t('path')}>
        <Lanes
          id="lanes"
          label={t('path')}
          today="2026-11-30"
          lanes={[
            {
              key: 'employment',
              name: t('lane-employment'),
              items: [
                { key: '1', day: '2026-09-14', label: t('assessment'), state: 'done' },
                { key: '2', day: '2026-10-02', label: t('plan'), state: 'done', to: '/style-guide' },
                { key: '3', day: '2026-12-14', label: t('meeting'), state: 'coming' },
              ],
            },
            {
              key: 'business',
              name: t('lane-business'),
              items: [
                {
                  key: '1',
                  day: '2026-11-18',
                  label: t('step-introduced'),
                  state: 'waiting',
                  note: 'Konepaja Virta',
                },
              ],
            },
          ]}
        />
      </Section>
    </>
  );
}

function Table({ search, sort }: { readonly search: string; readonly sort: string | undefined }) {
  const t = useT('style');
  const format = useFormat();
  const rows = introductions.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  return (
    <Section id="table" title={t('table')}>
      <Filters
        id="filter"
        label={t('table')}
        button={false}
        active={search === '' ? [] : [{ name: 'search', value: search, label: search }]}
      >
        <SearchField label={t('name')} />
      </Filters>
      <DataTable
        id="introductions"
        caption={t('table-caption')}
        rows={rows}
        rowKey={(row) => row.id}
        total={rows.length}
        sort={sort}
        next="abc"
        source={t('source')}
        select={{ name: 'chosen', label: (row) => row.name }}
        empty={<EmptyState title={t('empty')} />}
        columns={[
          { key: 'name', header: t('name'), cell: (row) => row.name, sort: 'nimi', rowHeader: true },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => <StateLine kind={row.state}>{t(`state-${row.state}`)}</StateLine>,
          },
          {
            key: 'distance',
            header: t('distance'),
            cell: (row) => format.number(row.distance),
            sort: 'matka',
            number: true,
          },
        ]}
      />
      <EmptyState title={t('empty')} action={<Button to="/style-guide" label={t('book')} />}>
        <p>{t('empty-next')}</p>
      </EmptyState>
    </Section>
  );
}

function Numbers() {
  const t = useT('style');
  return (
    <>
      <Section id="figures" title={t('figures')}>
        <Figures>
          <Figure
            id="f1"
            label={t('employed')}
            value={17}
            unit={t('people')}
            target={40}
            source={t('source')}
            day="2026-11-21"
            formula={t('formula')}
          />
          <Figure
            id="f2"
            label={t('helped')}
            value={0}
            target={90}
            source={t('source')}
            day="2026-11-21"
            formula={t('formula')}
          />
          <Figure id="f3" label={t('left')} value="hidden" source={t('source')} formula={t('formula')} />
          <Figure id="f4" label={t('left')} value="unknown" source={t('source')} formula={t('formula')} />
        </Figures>
      </Section>
      <Section id="chart" title={t('chart')}>
        <BarChart
          caption={t('chart-caption')}
          labelName={t('month')}
          valueName={t('count')}
          source={t('source')}
          bars={[
            { key: '9', label: '9/2026', value: 12 },
            { key: '10', label: '10/2026', value: 31 },
            { key: '11', label: '11/2026', value: 'hidden' },
          ]}
        />
      </Section>
    </>
  );
}
