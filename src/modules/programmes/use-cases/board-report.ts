import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, anybody, type Handle } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage, languages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { linksOn, proposalsOn } from '../db/around.db.ts';
import { findProgramme, listVersions } from '../db/programmes.db.ts';
import {
  approvedReports,
  askForFiles,
  type BoardReport,
  ensureBoardReport,
  fileBytes,
  findBoardReport,
  freezeReport,
  reportFiles,
  saveForewordRow,
} from '../db/reports.db.ts';
import { boardPeriods, contentAt } from '../domain/board.ts';
import { type BoardReportData, composeReport, titlesOf } from '../domain/board-report.ts';
import { periodBefore, reportPeriod } from '../domain/periods.ts';
import { keepsProgramme, readsProgrammes } from '../policies.ts';
import { reportDocument } from '../report-document.ts';
import { keeps } from '../standing.ts';
import { PeriodName } from './goal-report.ts';
import { targetNames } from './links.ts';
import { pictureOn } from './picture.ts';

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
    const { data, report, hash, programme } = composed;
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
    body: z.string().trim().min(1, { error: 'required' }).max(300),
    decidedOn: Day,
    reference: z.string().trim().max(300).optional(),
    /** The hash of the report as it was on the page: what was approved is what was seen. */
    seen: z.string().length(64),
  }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [
    'not-found',
    'half-year-closed',
    'day-in-future',
    'decided-before-half-year',
    'not-all-told',
    'changed-since-seen',
  ],
  async run(handle, { programmeId, period, body, decidedOn, reference, seen }) {
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
      approval: { body, decidedOn, ...(reference ? { reference } : {}) },
    };
    const report = await ensureBoardReport(handle, programmeId, period);
    const dataHash = hashOfReport(data);
    await freezeReport(handle, report.reportId, {
      approvedOn: handle.today,
      approvingBody: body,
      decisionReference: reference,
      data,
      dataHash,
    });
    await askForFiles(handle, report.reportId, dataHash, allFiles);
    return ok({ reportId: report.reportId });
  },
});

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
    if (!file) return err({ code: 'not-found' });
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
  const names = await targetNames(handle, links, content.language);
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
  return { programme, report, data, hash: hashOfReport(data) };
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
        organisation: organisation ? inLanguage(organisation, 'fi').text : '',
      },
    ];
  });
}
