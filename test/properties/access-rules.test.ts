import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '#kernel/viewer.ts';
import { accessRulesPage, beyondTheTable, type Walked, walkUseCases } from '../../scripts/access-rules.ts';
import { type DataClass, forms, matrix } from '../../src/access/matrix.ts';

/** The class of data, and the act, of every use case that a role alone may ask for. A new one has to be put here. */
const roleAlone: Readonly<Record<string, readonly [DataClass, 'reads' | 'writes']>> = {
  'clients.my-path': ['B', 'reads'],
  'clients.worklist': ['B', 'reads'],
  'companies.add-contact': ['C', 'writes'],
  'companies.add-note': ['C', 'writes'],
  'companies.log-action': ['C', 'writes'],
  'companies.open': ['C', 'reads'],
  'companies.register': ['C', 'writes'],
  'companies.search': ['C', 'reads'],
  'consents.ask-about-look': ['G', 'reads'],
  'consents.confirm-destruction': ['K', 'reads'],
  'consents.held-booklets': ['K', 'reads'],
  'consents.search-log': ['G', 'reads'],
  'consents.shared-people': ['K', 'reads'],
  'consents.who-has-looked': ['G', 'reads'],
  'events.list': ['P', 'reads'],
  'events.move': ['O', 'writes'],
  'events.note-aftermath': ['O', 'writes'],
  'events.note-company': ['O', 'writes'],
  'events.open': ['P', 'reads'],
  'events.save': ['O', 'writes'],
  'events.save-costs': ['M', 'writes'],
  'governance.add-receiver': ['M', 'writes'],
  'governance.appoint-member': ['M', 'writes'],
  'governance.attach-to-item': ['M', 'writes'],
  'governance.bodies': ['O', 'reads'],
  'governance.call-meeting': ['M', 'writes'],
  'governance.change-list': ['M', 'writes'],
  'governance.change-meeting': ['M', 'writes'],
  'governance.check-minutes': ['M', 'writes'],
  'governance.continue-item': ['M', 'writes'],
  'governance.decide-item': ['M', 'writes'],
  'governance.draft-item': ['M', 'writes'],
  'governance.drop-attachment': ['M', 'writes'],
  'governance.drop-receiver': ['M', 'writes'],
  'governance.drop-vote': ['M', 'writes'],
  'governance.end-membership': ['M', 'writes'],
  'governance.found-body': ['M', 'writes'],
  'governance.give-mandate': ['M', 'writes'],
  'governance.import-board-item': ['M', 'writes'],
  'governance.keep-list': ['M', 'writes'],
  'governance.mark-attachment': ['M', 'writes'],
  'governance.mark-secret': ['M', 'writes'],
  'governance.meeting-minutes': ['O', 'reads'],
  'governance.move-item-up': ['M', 'writes'],
  'governance.note-attendance': ['M', 'writes'],
  'governance.note-disqualified': ['M', 'writes'],
  'governance.note-dissent': ['M', 'writes'],
  'governance.note-promise': ['M', 'writes'],
  'governance.note-read': ['P', 'reads'],
  'governance.note-vote': ['M', 'writes'],
  'governance.open-body': ['O', 'reads'],
  'governance.open-item': ['O', 'reads'],
  'governance.open-meeting': ['O', 'reads'],
  'governance.plan-meeting': ['M', 'writes'],
  'governance.propose-item': ['M', 'writes'],
  'governance.publish-minutes': ['M', 'writes'],
  'governance.remove-draft': ['M', 'writes'],
  'governance.save-item': ['M', 'writes'],
  'governance.search-decisions': ['O', 'reads'],
  'governance.send-decision': ['M', 'writes'],
  'governance.settle-promise': ['M', 'writes'],
  'governance.take-body': ['M', 'writes'],
  'governance.to-read': ['P', 'reads'],
  'governance.use-list': ['M', 'writes'],
  'governance.withdraw-dissent': ['M', 'writes'],
  'governance.withdraw-minutes': ['M', 'writes'],
  'insight.figure-rows': ['A', 'reads'],
  'insight.pilot-figures': ['A', 'reads'],
  'intake.bring-document': ['M', 'writes'],
  'intake.choose-kind': ['M', 'writes'],
  'intake.choose-reading': ['M', 'writes'],
  'intake.discard-document': ['M', 'writes'],
  'intake.import-document': ['M', 'writes'],
  'intake.import-sheet': ['M', 'writes'],
  'intake.list': ['M', 'reads'],
  'intake.open-document': ['M', 'reads'],
  'introductions.answer': ['K', 'reads'],
  'introductions.cancel': ['K', 'writes'],
  'introductions.of-company': ['K', 'reads'],
  'introductions.of-organisation': ['K', 'reads'],
  'introductions.open': ['K', 'reads'],
  'matching.best-for-vacancy': ['H', 'reads'],
  'matching.count-for-need': ['A', 'reads'],
  'matching.engine-state': ['A', 'reads'],
  'matching.needs-with-people': ['A', 'reads'],
  'matching.rule': ['P', 'reads'],
  'matching.supply-and-demand': ['A', 'reads'],
  'networks.add-service': ['O', 'writes'],
  'networks.add-service-role': ['O', 'writes'],
  'networks.change-service': ['O', 'writes'],
  'networks.end-service': ['O', 'writes'],
  'networks.end-service-role': ['O', 'writes'],
  'networks.set-service-places': ['O', 'writes'],
  'outreach.answer-question': ['P', 'writes'],
  'outreach.approve-bulletin': ['P', 'writes'],
  'outreach.ask-approval': ['P', 'writes'],
  'outreach.ask-expert': ['P', 'writes'],
  'outreach.close-question': ['P', 'writes'],
  'outreach.communication-plan': ['P', 'reads'],
  'outreach.give-question': ['P', 'writes'],
  'outreach.my-questions': ['P', 'reads'],
  'outreach.offer-answer': ['P', 'writes'],
  'outreach.open-question': ['P', 'reads'],
  'outreach.questions': ['P', 'reads'],
  'outreach.remark-bulletin': ['P', 'writes'],
  'outreach.remove-bulletin': ['P', 'writes'],
  'outreach.return-bulletin': ['P', 'writes'],
  'outreach.save-action': ['P', 'writes'],
  'outreach.save-bulletin': ['P', 'writes'],
  'outreach.settle-answer': ['P', 'writes'],
  'pilots.answer-invitation': ['K', 'writes'],
  'pilots.invite-group': ['B', 'reads'],
  'pilots.my-invitations': ['K', 'reads'],
  'pilots.open': ['P', 'reads'],
  'pilots.open-picking': ['B', 'reads'],
  'pilots.propose-group': ['B', 'reads'],
  'programmes.approve-report': ['O', 'writes'],
  'programmes.ask-report-files': ['O', 'writes'],
  'programmes.bring-into-force': ['O', 'writes'],
  'programmes.carried-out-by': ['O', 'reads'],
  'programmes.change': ['O', 'writes'],
  'programmes.coordinators': ['O', 'reads'],
  'programmes.decide-proposal': ['O', 'writes'],
  'programmes.discard-working': ['O', 'writes'],
  'programmes.undo-change': ['O', 'writes'],
  'programmes.import': ['M', 'writes'],
  'projects.add-criticisms': ['M', 'writes'],
  'projects.add-horizontal-promise': ['M', 'writes'],
  'projects.answer-criticism': ['M', 'writes'],
  'projects.call-ready': ['M', 'writes'],
  'projects.choose-cohorts': ['M', 'writes'],
  'projects.enter-common-value': ['M', 'writes'],
  'projects.enter-company-test': ['M', 'writes'],
  'projects.enter-indicator-value': ['M', 'writes'],
  'projects.follow-horizontal-promise': ['M', 'writes'],
  'projects.open-common-indicators': ['M', 'reads'],
  'projects.open-company-tests': ['M', 'reads'],
  'projects.open-horizontal': ['M', 'reads'],
  'projects.open-indicators': ['M', 'reads'],
  'projects.open-promises': ['M', 'reads'],
  'projects.open-rejection': ['M', 'reads'],
  'projects.remove-from-plan': ['M', 'writes'],
  'projects.save-company-step': ['M', 'writes'],
  'projects.save-comparison': ['M', 'writes'],
  'projects.save-goal': ['M', 'writes'],
  'projects.save-horizontal': ['M', 'writes'],
  'projects.save-indicator': ['M', 'writes'],
  'projects.save-measure': ['M', 'writes'],
  'projects.take-back-ready': ['M', 'writes'],
  'projects.unanswered-criticism': ['M', 'reads'],
  'programmes.link': ['O', 'writes'],
  'programmes.link-targets': ['O', 'writes'],
  'programmes.list': ['O', 'reads'],
  'programmes.my-reports': ['O', 'reads'],
  'programmes.name-writer': ['O', 'writes'],
  'programmes.open': ['O', 'reads'],
  'programmes.open-board-report': ['O', 'reads'],
  'programmes.open-goal': ['O', 'reads'],
  'programmes.open-working': ['O', 'writes'],
  'programmes.proposal-box': ['O', 'reads'],
  'programmes.remind': ['O', 'writes'],
  'programmes.report-file': ['O', 'reads'],
  'programmes.save-foreword': ['O', 'writes'],
  'programmes.unlink': ['O', 'writes'],
  'programmes.versions': ['O', 'reads'],
  'projects.import': ['M', 'writes'],
  'projects.ask-report': ['M', 'reads'],
  'projects.attach-file': ['M', 'writes'],
  'projects.change-plan': ['M', 'writes'],
  'projects.decisions-to-choose': ['M', 'writes'],
  'projects.import-realised': ['M', 'writes'],
  'projects.keep-version': ['M', 'writes'],
  'projects.move': ['M', 'writes'],
  'projects.note-hours': ['M', 'writes'],
  'projects.note-realised': ['M', 'writes'],
  'projects.note-report': ['M', 'reads'],
  'projects.open': ['M', 'reads'],
  'projects.open-instruments': ['M', 'reads'],
  'projects.open-version': ['M', 'reads'],
  'projects.funders-to-choose': ['M', 'writes'],
  'projects.set-funder': ['M', 'writes'],
  'projects.portfolio': ['M', 'reads'],
  'projects.read-file': ['M', 'reads'],
  'projects.read-report': ['M', 'reads'],
  'projects.remove-realised': ['M', 'writes'],
  'projects.report-state': ['M', 'reads'],
  'projects.set-report-day': ['M', 'writes'],
  'projects.start': ['M', 'writes'],
  'vacancies.change-requirements': ['H', 'writes'],
  'vacancies.employer-needs': ['H', 'reads'],
  'vacancies.move': ['H', 'writes'],
  'vacancies.note-hidden-job': ['H', 'writes'],
  'vacancies.of-company': ['H', 'reads'],
  'vacancies.pipeline': ['H', 'reads'],
  'vacancies.read-need': ['H', 'reads'],
  'vocabulary.import-esco': ['P', 'writes'],
};

/** Ties that the role alone does not fulfil. */
const neverAlone: readonly string[] = [
  'never',
  'emergency',
  'cohort',
  'participants',
  'pseudonymous',
  'counts',
  'request',
];
const may = (role: Role, [data, act]: readonly [DataClass, 'reads' | 'writes']) =>
  !neverAlone.includes(forms[matrix[role][data]][act]);

describe('the policies of all use cases', () => {
  let walked: Walked[];
  beforeAll(async () => {
    walked = await walkUseCases();
  });
  const letThrough = (walk: Walked) => roles.filter((role) => walk.answers[role] === 'always');
  const isPublic = (walk: Walked) => walk.answers.public === 'always';

  it('are walked one and all', () => {
    expect(walked.length).toBeGreaterThan(60);
    expect(new Set(walked.map((walk) => walk.name)).size).toBe(walked.length);
    for (const walk of walked) expect(walk.policy, walk.name).not.toBe('see the code');
  });

  it('let nobody in by role whom the matrix keeps out, except where it is told why', () => {
    for (const walk of walked.filter((one) => !isPublic(one) && letThrough(one).length > 0)) {
      const cell = roleAlone[walk.name];
      expect(cell, `${walk.name} has no class of data here`).toBeDefined();
      const told = beyondTheTable[walk.name]?.roles ?? [];
      // What everybody who has signed in may see is public; an operator loses nothing by signing in.
      const beyond = letThrough(walk).filter(
        (role) => !may(role, cell!) && !(cell![0] === 'P' && cell![1] === 'reads'),
      );
      expect({ name: walk.name, beyond }).toEqual({ name: walk.name, beyond: told });
    }
  });

  it('let the public at public things only', () => {
    const purposes = walked.filter(isPublic).map((walk) => [walk.name, walk.audit]);
    for (const [name, audit] of purposes) expect(audit, name).toBe('none');
    expect(purposes.map(([name]) => name)).toContain('vacancies.open-jobs');
  });

  it('ask for a tie wherever one named person’s data is read or changed', () => {
    for (const walk of walked.filter(
      (one) => one.audit === 'changes' && one.purpose === 'employment-service',
    ))
      expect({ name: walk.name, alone: letThrough(walk) }).toEqual({ name: walk.name, alone: [] });
  });

  it('stand on the page docs/access-rules.md as they are; `npm run docs` makes it anew', async () => {
    const page = readFileSync(new URL('../../docs/access-rules.md', import.meta.url), 'utf8');
    expect(page).toBe(await accessRulesPage());
  });
});
