import { Link } from 'react-router';
import { type CostDoubt, doubtfulCosts, planLanguage, sectionKinds } from '#codes/projects';
import type { RealisedTold } from '#projects';
import { submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  FormActs,
  Page,
  Section,
  SheetTold,
  TextField,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/edit.ts';
import { ClosingList } from './closing-list.tsx';
import { showRealised } from './edit-acts.server.ts';
import { asked, showPart, submissionsOf } from './edit-forms.server.ts';
import { anchors, isEditPart, spendingPeriods } from './edit-parts.ts';
import { ReadyNote } from './ready-note.tsx';
import { sectionPath } from './sides.ts';

function partOf(text: string) {
  if (!isEditPart(text)) throw problem(404, { code: 'not-found' });
  return text;
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:write');
  const part = partOf(params.part);
  const opened = orThrow(await services.projects.openProject({ projectId: params.projectId }));
  const of = asked(request, opened);
  return {
    part,
    opened,
    of,
    ...(await showPart(context, services, part, opened, of)),
    realised: part === 'realised' ? showRealised(context) : undefined,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'projects:write');
  const { projectId } = params;
  const open = async () => orThrow(await services.projects.openProject({ projectId }));
  const of = asked(request, await open());
  return submitForms({ context, request }, ...submissionsOf(partOf(params.part), projectId, of, open));
}

type Loaded = Route.ComponentProps['loaderData'];
type Result = Route.ComponentProps['actionData'];

/** One part of a project in a form of its own; typed text stays until it can be saved. */
export default function EditProject({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('projects');
  const told = useT('sheets');
  const { part, opened, of, form, removing, realised } = loaderData;
  const entry = opened.realised.find(({ id }) => id === of.id);
  const removed = opened.realisedRemoved.find(({ id }) => id === of.restoreId);
  const at = `/projects/${opened.project.projectId}`;
  const back = sectionPath(opened.project.projectId, anchors[part]);
  const name = part === 'split' ? t('act.split') : t(`edit.${part}`);
  const chapter = part === 'section' ? of.kind : undefined;
  return (
    <Page
      title={chapter === undefined ? name : t(`section.${chapter}`)}
      breadcrumbs={[
        { to: '/projects', label: t('title') },
        { to: at, label: opened.plan.identity.name, lang: planLanguage },
      ]}
    >
      {realised && entry && (
        <Section id="remove-entry" title={t('months.remove')}>
          <EntryWords entry={entry} />
          <UseCaseForm form={realised.remove} result={actionData} look="danger" />
        </Section>
      )}
      {realised && entry?.doubt !== undefined && (
        <Section id="accept-entry" title={t('months.accept')} lead={told(`code.${entry.doubt}`)}>
          {mayBeAccepted(entry.doubt) ? (
            <UseCaseForm form={realised.accept} result={actionData} />
          ) : (
            <p>{t('months.cannot-accept')}</p>
          )}
        </Section>
      )}
      {realised && removed && (
        <Section id="restore-entry" title={t('months.restore')}>
          <EntryWords entry={removed} />
          <UseCaseForm form={realised.restore} result={actionData} />
        </Section>
      )}
      {part === 'move' && <BeforeMove opened={opened} />}
      {part === 'split' && <Split opened={opened} />}
      {part === 'funder' && <p>{t('help.funder')}</p>}
      {part === 'section' && chapter === undefined ? (
        <Chapters opened={opened} />
      ) : (
        <UseCaseForm key={`${of.id} ${of.kind} ${of.months}`} form={form} result={actionData} cancel={back}>
          {part === 'spending' ? (
            <>
              <Spending {...loaderData} />
              <FormActs cancel={back} />
            </>
          ) : undefined}
        </UseCaseForm>
      )}
      {removing !== undefined && (
        <ConfirmForm form={removing} summary={t('act.remove')} act={t('act.remove')} result={actionData}>
          <p>{name}</p>
        </ConfirmForm>
      )}
      {realised && <SheetForm form={realised.sheet} result={actionData} to={`${at}/realised.xlsx`} />}
    </Page>
  );
}

const mayBeAccepted = (doubt: CostDoubt): boolean => (doubtfulCosts as readonly CostDoubt[]).includes(doubt);

/** A realised cost in one line. */
function EntryWords({
  entry,
}: {
  readonly entry: Loaded['opened']['realised'][number] | Loaded['opened']['realisedRemoved'][number];
}) {
  const t = useT('projects');
  const format = useFormat();
  const what = [t(`cost.${entry.kind}`), entry.label].filter(Boolean).join(': ');
  return (
    <p>
      {[format.month(entry.month.slice(0, 7)), what, format.money(entry.cents), entry.evidence].join(' · ')}
    </p>
  );
}

/** What stands in the way of the next state. */
function BeforeMove({ opened }: Pick<Loaded, 'opened'>) {
  const { moves } = opened.actions;
  return (
    <>
      {moves.includes('applied') && <ReadyNote opened={opened} />}
      {moves.includes('closed') && <ClosingList opened={opened} />}
    </>
  );
}

/** The chapters of a plan: which of them is written. */
function Chapters({ opened }: Pick<Loaded, 'opened'>) {
  const t = useT('projects');
  const written = new Set(opened.plan.sections.map(({ kind }) => kind));
  return (
    <ul>
      {sectionKinds.map((kind) => (
        <li key={kind}>
          <Link to={`?kind=${kind}`}>{t(`section.${kind}`)}</Link>
          {written.has(kind) && ` (${t('section-written')})`}
        </li>
      ))}
    </ul>
  );
}

/** The split that is offered instead of the printed one. */
function Split({ opened }: Pick<Loaded, 'opened'>) {
  const t = useT('findings');
  const format = useFormat();
  const values = opened.findings.find(({ code }) => code === 'aid-over-ceiling')?.hint?.values;
  const cents = (name: string) =>
    values?.[name]?.kind === 'cents' ? format.money(values[name].value as number) : '';
  const ceiling = values?.ceiling?.kind === 'share' ? format.percent(values.ceiling.value) : '';
  return (
    <p>
      {values === undefined
        ? t('words.none')
        : t('hints.strict-split', { grant: cents('grant'), own: cents('own'), ceiling })}
    </p>
  );
}

/** When the money would be used: a sum for each month or half-year of the project. */
function Spending({ opened, of }: Loaded) {
  const t = useT('projects');
  const format = useFormat();
  const step = of.months;
  const granted = opened.summary.granted || opened.summary.total;
  const half = (day: string) => `${day.slice(5, 7) === '01' ? 'I' : 'II'}/${day.slice(0, 4)}`;
  return (
    <>
      <p>{t('help.spending')}</p>
      {granted !== undefined && <p>{t('spending.granted', { sum: format.money(granted) })}</p>}
      <p>
        <Link to={`?months=${step === 1 ? 6 : 1}`}>{t(`spending.to-${step === 1 ? 6 : 1}`)}</Link>
      </p>
      {spendingPeriods(opened, step).map((day) => (
        <TextField
          key={day}
          name={`change.told.${day}`}
          label={step === 1 ? format.month(day.slice(0, 7)) : half(day)}
          unit="€"
          keyboard="decimal"
          width="s"
          optional
        />
      ))}
    </>
  );
}

function SheetForm({
  form,
  result,
  to,
}: {
  readonly form: NonNullable<Loaded['realised']>['sheet'];
  readonly result: Result;
  readonly to: string;
}) {
  const t = useT('projects');
  const told = useT('sheets');
  const { faults = [], refusal } = (result ?? {}) as {
    readonly faults?: readonly RealisedTold[];
    readonly refusal?: { readonly code: string };
  };
  const asks = refusal?.code === 'sheet-asks';
  return (
    <Section id="sheet-import" title={t('sheet.title')} lead={t('help.sheet')}>
      <p>
        <Button to={to} look="secondary" download label={t('months.excel')} />
      </p>
      {faults.length > 0 && (
        <SheetTold
          id="sheet-faults"
          title={told(asks ? 'asked' : 'faults')}
          lead={told(asks ? 'asked-lead' : 'faults-lead')}
          rows={faults}
        />
      )}
      <UseCaseForm form={form} result={result} look="secondary" />
    </Section>
  );
}
