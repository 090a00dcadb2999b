import type { ViewerContext } from '#access';
import { insert } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { addMonths, type Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { euros } from '#kernel/money.ts';
import { type ProjectDraft, recountProject, takeDraft } from '#projects';
import { loadPromises } from './load-promises.ts';
import { seedDrafts } from './seed-drafts.ts';

/**
 * Projects of the demonstration: the five of the source documents as they were printed, with what does not add up, and
 * one that runs now, begun again from the rejected one with invented staff. The running one is used month by month.
 */
export async function loadProjects(context: ViewerContext, area: DemonstrationArea): Promise<void> {
  const miksei = area.organisations.find((organisation) => organisation.key === 'miksei')?.id;
  const funder = area.organisations.find((organisation) => organisation.key === 'development-centre')?.id;
  for (const [key, draft] of Object.entries(seedDrafts)) {
    const { projectId } = await takeDraft(context, draft, { dryRun: false });
    // The centre that followed the one that rejected it reads what was asked.
    if (key === '003' && projectId !== undefined)
      await context.db
        .updateTable('projects.project')
        .set({ funder_id: funder ?? null })
        .where('id', '=', projectId)
        .execute();
  }
  const begins = `${addMonths(context.today, -8).slice(0, 7)}-01`;
  const draft = runningDraft(begins);
  const { projectId } = await takeDraft(context, draft, { dryRun: false });
  if (projectId === undefined) return;
  await loadPromises(context, { projectId, pilotId: area.pilot.id, ends: draft.endsOn!.value });
  await context.db
    .updateTable('projects.project')
    .set({
      state: 'running',
      state_since: begins,
      organisation_id: miksei ?? null,
      funder_id: funder ?? null,
      report_due_on: addMonths(context.today, 1),
    })
    .where('id', '=', projectId)
    .execute();
  await insert(
    context.db,
    'projects.state_change',
    (
      [
        ['applied', 'granted', addMonths(begins, -1)],
        ['granted', 'running', begins],
      ] as const
    ).map(([from, to, on]) => ({
      id: newId(),
      project_id: projectId,
      from_state: from,
      to_state: to,
      changed_on: on,
    })),
  );
  await insert(
    context.db,
    'projects.realised',
    Array.from({ length: 7 }, (_, at) => ({
      id: newId(),
      project_id: projectId,
      month: addMonths(begins, at),
      kind: 'wages',
      label: 'Projektihenkilöstö',
      cents: euros(6_000 + at * 120),
      evidence: `Palkkatosite ${at + 1}`,
      entered_at: context.now.toISOString(),
    })),
  );
  await recountProject(context, projectId);
}

/** The plan of document 003 begun again: the split within the ceiling, dates of its own, nothing decided by a funder's table. */
function runningDraft(begins: Day): ProjectDraft {
  const seed = seedDrafts['003'];
  const part = (months: number) => addMonths(begins, months);
  return {
    ...seed,
    document: { key: 'Hakemus 2026', kind: 'form', datedOn: addMonths(begins, -4) },
    name: { value: 'Palvelupolut 3.0' },
    registerNumbers: [{ form: 'application', text: '410330' }],
    arrivedOn: { value: addMonths(begins, -4) },
    startsOn: { value: begins },
    endsOn: { value: `${part(27).slice(0, 8)}28` },
    state: { value: 'applied' },
    verdict: undefined,
    rejectionReasons: undefined,
    proceedings: undefined,
    municipalities: seed.municipalities?.filter((municipality) => municipality.value !== 'Pertunmaa'),
    staff: [
      { position: 'Projektipäällikkö', name: 'Tomi Haapasaari', share: 10_000, startsOn: begins },
      { position: 'Projektiasiantuntija', name: 'Elli Purontaka', share: 5_000, startsOn: part(1) },
    ],
    workPackages: seed.workPackages?.map((row, at) => ({
      ...row,
      startsOn: [begins, part(6), part(8)][at],
      endsOn: [`${part(5).slice(0, 8)}28`, `${part(27).slice(0, 8)}28`, `${part(20).slice(0, 8)}28`][at],
    })),
    costLines: [
      { kind: 'wages', label: 'Palkkakustannukset', requested: euros(180_648), approved: euros(180_648) },
      {
        kind: 'flat',
        label: 'Flat rate 40 % kehittäminen',
        requested: euros(72_259),
        approved: euros(72_259),
      },
    ],
    fundingShares: [
      {
        source: 'eu-and-state',
        role: 'grant',
        label: 'Haettava EU- ja valtion rahoitus',
        requested: euros(202_325),
        approved: euros(202_325),
      },
      {
        source: 'municipal',
        role: 'own',
        label: 'Omarahoitus: Kuntarahoitus',
        requested: euros(50_582),
        approved: euros(50_582),
        channelledBy: 'Seutuvaliokunta',
      },
    ],
    figures: [{ kind: 'costs-total', amount: euros(252_907), approved: euros(252_907) }],
  };
}
