import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, anybody, type Handle } from '#access';
import { decisionOf, noteSettles } from '#governance';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { type LocalisedText, languages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { funderMarks } from '#projects';
import { defineUseCase } from '#use-case';
import { linksOn, proposalsOn } from '../db/around.db.ts';
import {
  approvedReports,
  type BoardReport,
  ensureBoardReport,
  findBoardReport,
  freezeReport,
  saveForewordRow,
} from '../db/board-reports.db.ts';
import { findProgramme, listVersions } from '../db/programmes.db.ts';
import { askForFiles, fileBytes, reportFiles } from '../db/report-files.db.ts';
import { boardPeriods, contentAt } from '../domain/board.ts';
import { type BoardReportData, composeReport, titlesOf } from '../domain/board-report.ts';
import type { ApprovalDraft } from '../domain/draft.ts';
import { periodBefore, reportPeriod } from '../domain/periods.ts';
import { keepsProgramme, readsProgrammes } from '../policies.ts';
import { reportDocument } from '../report-document.ts';
import { keeps } from '../standing.ts';
import { PeriodName } from './goal-report.ts';
import { namesOfTargets, readsProjectNames } from './links.ts';
import { pictureOn } from './picture.ts';
import { approvalOf, decisionsOf } from './versions.ts';

export const reportFormats = ['pdf', 'docx'] as const;
const allFiles = languages.flatMap((language) => reportFormats.map((format) => ({ language, format })));
const Place = z.object({ programmeId: Id, period: PeriodName });

/** The report of a half-year: the frozen one when it has been approved, else composed of what there is today. */
export const openBoardReport = defineUseCase({
  name: 'programmes.open-board-report',
  purpose: 'steering',
  input: Place,
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId, period }) {
    const composed = await composeFor(handle, programmeId, period);
    if (!composed) return err({ code: 'not-found' });
    const { report, hash, programme } = composed;
    const data = await seenBy(handle, composed.data);
    const files = report ? await reportFiles(handle, report.reportId, hash) : [];
    const keeper = keeps(handle, programme);
    const approved = report?.state === 'approved';
    return ok({
      programmeId,
      reportId: report?.reportId,
      state: report?.state ?? 'draft',
      revision: report?.revision ?? 0,
      approvedOn: report?.approvedOn,
      data,
      document: reportDocument(data, handle.viewer.language),
      /** Names the report as it stands; approving names the one that was seen. */
      hash,
      files: files.map(({ language, format, made, failed }) => ({ language, format, made, failed })),
      actions: {
        write: keeper && !approved,
        approve: keeper && !approved,
        make: keeper && !files.some(({ failed }) => !failed),
      },
      /** What the body has decided since the half-year began, for choosing the decision that approved this. */
      decisions:
        keeper && !approved
          ? (await decisionsOf(handle, composed.bodyId))
              .filter(({ decidedOn }) => decidedOn >= data.period.from)
              .map((one) => ({
                ...approvalOf(one, handle.viewer.language),
                id: one.decisionId,
                heading: one.heading,
              }))
          : [],
    });
  },
});

/** The secretary's words at the beginning of the report. */
export const saveForeword = defineUseCase({
  name: 'programmes.save-foreword',
  purpose: 'steering',
  input: Place.extend({ foreword: z.string().trim().max(20_000), revision: z.int().min(0) }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found', 'half-year-closed', 'written-meanwhile'],
  async run(handle, { programmeId, period, foreword, revision }) {
    if (!(await isReported(handle, programmeId, period))) return err({ code: 'not-found' });
    const report = await ensureBoardReport(handle, programmeId, period);
    if (report.state === 'approved') return err({ code: 'half-year-closed' });
    const saved = await saveForewordRow(handle, report.reportId, foreword, revision);
    return saved ? ok() : err({ code: 'written-meanwhile' });
  },
});

/**
 * The body has approved the report: from now on it is what it is. Its data is kept as it stood at this instant, in every
 * language, and it becomes public. Before the half-year has ended only when every goal has been told of.
 */
export const approveReport = defineUseCase({
  name: 'programmes.approve-report',
  purpose: 'steering',
  input: Place.extend({
    /** A decision of the bodies: its body, day and section are then read from it. */
    decisionId: Id.optional(),
    body: z.string().trim().max(300).default(''),
    decidedOn: Day.optional(),
    reference: z.string().trim().max(300).optional(),
    /** The hash of the report as it was on the page: what was approved is what was seen. */
    seen: z.string().length(64),
  }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [
    'not-found',
    'half-year-closed',
    'decision-not-found',
    'body-needed',
    'day-needed',
    'day-in-future',
    'decided-before-half-year',
    'not-all-told',
    'changed-since-seen',
  ],
  async run(handle, { programmeId, period, seen, ...typed }) {
    const approval = await approvalFrom(handle, typed);
    if ('refusal' in approval) return err({ code: approval.refusal, field: approval.field });
    const { body, decidedOn, reference, decisionId } = approval;
    if (decidedOn > handle.today) return err({ code: 'day-in-future', field: 'decidedOn' });
    if (decidedOn < reportPeriod(period).from)
      return err({ code: 'decided-before-half-year', field: 'decidedOn' });
    const composed = await composeFor(handle, programmeId, period);
    if (!composed) return err({ code: 'not-found' });
    if (composed.report?.state === 'approved') return err({ code: 'half-year-closed' });
    if (handle.today <= composed.data.period.to && composed.data.missing.length > 0)
      return err({ code: 'not-all-told' });
    if (composed.hash !== seen) return err({ code: 'changed-since-seen' });
    const data: BoardReportData = {
      ...composed.data,
      approval: {
        body,
        decidedOn,
        ...(reference ? { reference } : {}),
        ...(decisionId ? { decisionId } : {}),
      },
    };
    const report = await ensureBoardReport(handle, programmeId, period);
    const dataHash = hashOfReport(data);
    await freezeReport(handle, report.reportId, {
      approvedOn: handle.today,
      approvingBody: body,
      decisionReference: reference,
      bodyId: approval.bodyId,
      decisionId,
      data,
      dataHash,
    });
    await askForFiles(handle, report.reportId, dataHash, allFiles);
    if (decisionId !== undefined)
      await noteSettles(handle, {
        decisionId,
        kind: 'programme-report',
        targetId: report.reportId,
        label: `${data.programme.name} ${period}`,
        link: `/programmes/${programmeId}/reports/${period}`,
      });
    return ok({ reportId: report.reportId });
  },
});

/** The decision chosen, or the words typed in its place. */
async function approvalFrom(
  handle: Handle,
  typed: {
    decisionId?: string | undefined;
    body: string;
    decidedOn?: Day | undefined;
    reference?: string | undefined;
  },
): Promise<ApprovalDraft | { refusal: 'decision-not-found' | 'body-needed' | 'day-needed'; field: string }> {
  if (typed.decisionId !== undefined) {
    const decision = await decisionOf(handle, typed.decisionId);
    if (decision?.text === undefined) return { refusal: 'decision-not-found', field: 'decisionId' };
    return approvalOf(decision, handle.viewer.language);
  }
  if (typed.body === '') return { refusal: 'body-needed', field: 'body' };
  if (typed.decidedOn === undefined) return { refusal: 'day-needed', field: 'decidedOn' };
  const { body, decidedOn, reference } = typed;
  return { body, decidedOn, reference };
}

/** Asks for the report on paper, in every language; background work makes the files one by one. */
export const askReportFiles = defineUseCase({
  name: 'programmes.ask-report-files',
  purpose: 'steering',
  input: Place,
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId, period }) {
    const composed = await composeFor(handle, programmeId, period);
    if (!composed) return err({ code: 'not-found' });
    const report = composed.report ?? (await ensureBoardReport(handle, programmeId, period));
    await askForFiles(handle, report.reportId, composed.hash, allFiles);
    return ok({ reportId: report.reportId });
  },
});

const FilePlace = z.object({ reportId: Id, language: z.enum(languages), format: z.enum(reportFormats) });

/** A file of a report, drafts too, for those who work in the network. */
export const reportFile = defineUseCase({
  name: 'programmes.report-file',
  purpose: 'steering',
  input: FilePlace,
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { reportId, language, format }) {
    const report = await findBoardReport(handle, { reportId });
    const composed = report && (await composeFor(handle, report.programmeId, report.period));
    const file = composed && (await fileBytes(handle, reportId, composed.hash, language, format));
    if (!file || (await seenBy(handle, composed.data)) !== composed.data) return err({ code: 'not-found' });
    return ok({ ...file, period: report.period });
  },
});

/** Approved reports, for anybody. */
export const publicReports = defineUseCase({
  name: 'programmes.public-reports',
  purpose: 'public-information',
  input: z.object({}).default({}),
  policy: anybody,
  audit: { kind: 'none', why: 'approved reports are public information' },
  refusals: [],
  async run(handle) {
    return ok({
      reports: (await approvedReports(handle)).map(({ reportId, period, data, approvedOn }) => ({
        reportId,
        period,
        programme: data!.programme.name,
        language: data!.programme.language,
        board: data!.approval?.body,
        approvedOn,
      })),
    });
  },
});

/** One approved report, as it was approved; nothing without approval. */
export const publicReport = defineUseCase({
  name: 'programmes.public-report',
  purpose: 'public-information',
  input: z.object({ reportId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: 'approved reports are public information' },
  refusals: ['not-found'],
  async run(handle, { reportId }) {
    const report = await findBoardReport(handle, { reportId });
    if (report?.state !== 'approved' || !report.data) return err({ code: 'not-found' });
    const files = await reportFiles(handle, reportId, report.dataHash!);
    return ok({
      reportId,
      data: report.data,
      document: reportDocument(report.data, handle.viewer.language),
      files: files.filter(({ made }) => made).map(({ language, format }) => ({ language, format })),
    });
  },
});

/** A file of an approved report, for anybody. */
export const publicReportFile = defineUseCase({
  name: 'programmes.public-report-file',
  purpose: 'public-information',
  input: FilePlace,
  policy: anybody,
  audit: { kind: 'none', why: 'approved reports are public information' },
  refusals: ['not-found'],
  async run(handle, { reportId, language, format }) {
    const report = await findBoardReport(handle, { reportId });
    if (report?.state !== 'approved') return err({ code: 'not-found' });
    const file = await fileBytes(handle, reportId, report.dataHash!, language, format);
    return file ? ok({ ...file, period: report.period }) : err({ code: 'not-found' });
  },
});

/** A draft names no project to those who may not read projects; an approved report is public, and the same for all. */
async function seenBy(handle: Handle, data: BoardReportData): Promise<BoardReportData> {
  const named = data.goals.some(({ links }) => links.some(({ kind }) => kind === 'project'));
  if (data.approval || !named || (await readsProjectNames(handle))) return data;
  const onlyPilots = <L extends { kind: string }>(links: L[]) => links.filter(({ kind }) => kind === 'pilot');
  return {
    ...data,
    changes: { ...data.changes, links: onlyPilots(data.changes.links) },
    goals: data.goals.map((goal) => ({ ...goal, links: onlyPilots(goal.links) })),
  };
}

/** SHA-256 of all that a report says. */
export function hashOfReport(data: BoardReportData): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

async function isReported(handle: Handle, programmeId: string, period: string): Promise<boolean> {
  const picture = await pictureOn(handle, programmeId, handle.today);
  return picture !== undefined && boardPeriods(picture, handle.today).some((one) => one.period === period);
}

/** The report with its hash: kept data of an approved one, else composed of what has been told by today. */
export async function composeFor(
  handle: Handle,
  programmeId: string,
  period: string,
): Promise<
  | {
      programme: NonNullable<Awaited<ReturnType<typeof findProgramme>>>;
      report: BoardReport | undefined;
      data: BoardReportData;
      hash: string;
      /** The body that steers the programme, when one has been chosen. */
      bodyId?: string | undefined;
    }
  | undefined
> {
  const report = await findBoardReport(handle, { programmeId, period });
  const programme = await findProgramme(handle, programmeId);
  if (!programme) return undefined;
  if (report?.state === 'approved' && report.data)
    return { programme, report, data: report.data, hash: report.dataHash! };
  const picture = await pictureOn(handle, programmeId, handle.today);
  if (!picture || !boardPeriods(picture, handle.today).some((one) => one.period === period)) return undefined;
  const at = reportPeriod(period);
  const until = at.to < handle.today ? at.to : handle.today;
  const content = contentAt(picture, until);
  if (!content) return undefined;
  const links = await linksOn(handle, programmeId, handle.today);
  const names = await namesOfTargets(handle, links);
  const owner = await organisationNames(handle, [programme.organisationId]);
  const titles = titlesOf(await listVersions(handle, programmeId));
  const told = (of: string) =>
    new Map(picture.reports.filter((one) => one.period === of).map((one) => [one.goalId, one]));
  const data = composeReport({
    content,
    versions: picture.versions,
    period: at,
    foreword: report?.foreword ?? '',
    reports: told(period),
    before: told(periodBefore(period)),
    publisher: owner.get(programme.organisationId) ?? {},
    marks: await funderMarks(
      handle,
      links.filter(({ kind }) => kind === 'project').map(({ targetId }) => targetId),
    ),
    proposals: await decidedIn(handle, programmeId, at),
    links: links
      .filter(({ targetId, partId }) => names.has(targetId) && titles.has(partId))
      .map((link) => ({
        goalOrMeasure: titles.get(link.partId)!,
        kind: link.kind,
        name: names.get(link.targetId)!,
        reason: link.reason,
        linkedOn: link.linkedOn,
      })),
  });
  return { programme, report, data, hash: hashOfReport(data), bodyId: content.board?.body?.id };
}

async function decidedIn(handle: Handle, programmeId: string, { from, to }: { from: string; to: string }) {
  const proposals = await actingAsSystem(handle, 'proposals are told without their proposer', (house) =>
    proposalsOn(house, programmeId, handle.today),
  );
  const names = await organisationNames(
    handle,
    proposals.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return proposals.flatMap(({ title, state, decidedOn, reason, organisationId }) => {
    if ((state !== 'accepted' && state !== 'declined') || decidedOn === undefined) return [];
    if (decidedOn < from || decidedOn > to) return [];
    const organisation = organisationId && names.get(organisationId);
    return [
      {
        title,
        state,
        decidedOn,
        reason: reason ?? '',
        organisation: (organisation ?? '') as string | LocalisedText,
      },
    ];
  });
}
