import { index, type RouteConfig, route } from '@react-router/dev/routes';

/**
 * Every page of Polku, by hand and in one list: address, then file. Add a feature's pages under a line with its name.
 * `*` stays last.
 */
export default [
  index('routes/home.tsx'),
  route('more', 'routes/more.tsx'),

  // People and their paths
  route('clients', 'routes/clients.tsx'),
  route('clients/:clientId', 'routes/clients-client.tsx'),
  route('clients/:clientId/notes', 'routes/clients-notes.tsx'),
  route('clients/:clientId/task', 'routes/clients-task.tsx'),
  route('clients/:clientId/plan', 'routes/clients-plan.tsx'),
  route('clients/:clientId/outcome', 'routes/clients-outcome.tsx'),
  route('clients/:clientId/hand-over', 'routes/clients-hand-over.tsx'),
  route('my', 'routes/my-path.tsx'),

  // About the service
  route('saavutettavuus', 'routes/accessibility.tsx'),
  route('tietosuoja', 'routes/privacy.tsx'),
  route('nappaimet', 'routes/keyboard.tsx'),
  route('api', 'routes/api-docs.tsx'),
  route('kieli', 'routes/language.ts'),
  route('tyyli', 'routes/style-guide.tsx'),
  route('tyyli/ehdotukset', 'routes/style-guide-suggestions.ts'),

  // Consents, the log, and people who share
  route('my/consents', 'routes/my-consents.tsx'),
  route('my/consents/new', 'routes/consent-choose.tsx', { id: 'my-consent-choose' }),
  route('my/consents/give/:kind/:id', 'routes/consent-give.tsx', { id: 'my-consent-give' }),
  route('my/consents/:consentId', 'routes/consent-view.tsx', { id: 'my-consent-view' }),
  route('my/consents/:consentId/receipt', 'routes/consent-receipt.tsx', { id: 'my-consent-receipt' }),
  route('my/consents/:consentId/receipt.json', 'routes/consent-receipt-json.ts', { id: 'my-consent-record' }),
  route('my/log', 'routes/my-log.tsx'),
  route('clients/:clientId/consents', 'routes/client-consents.tsx'),
  route('clients/:clientId/consents/new', 'routes/consent-choose.tsx', { id: 'client-consent-choose' }),
  route('clients/:clientId/consents/give/:kind/:id', 'routes/consent-give.tsx', {
    id: 'client-consent-give',
  }),
  route('clients/:clientId/consents/:consentId', 'routes/consent-view.tsx', { id: 'client-consent-view' }),
  route('clients/:clientId/consents/:consentId/receipt', 'routes/consent-receipt.tsx', {
    id: 'client-consent-receipt',
  }),
  route('clients/:clientId/consents/:consentId/receipt.json', 'routes/consent-receipt-json.ts', {
    id: 'client-consent-record',
  }),
  route('clients/:clientId/log', 'routes/client-log.tsx'),
  route('people', 'routes/people.tsx'),
  route('employer/people', 'routes/people.tsx', { id: 'employer-people' }),
  route('people/:clientId', 'routes/people-profile.tsx'),
  route('people/:clientId/booklet.pdf', 'routes/people-booklet.ts'),
  route('log', 'routes/dpo-log.tsx'),
  route('log/person/:clientId', 'routes/dpo-log-person.tsx'),

  // Skills
  route('my/skills', 'routes/my-skills.tsx'),
  route('my/skills/text', 'routes/my-skills-text.tsx'),
  route('my/skills/occupation', 'routes/my-skills-occupation.tsx'),
  route('my/skills/history', 'routes/my-skills-history.tsx'),
  route('clients/:clientId/skills', 'routes/client-skills.tsx'),
  route('clients/:clientId/skills/text', 'routes/client-skills-text.tsx'),
  route('clients/:clientId/skills/occupation', 'routes/client-skills-occupation.tsx'),
  route('clients/:clientId/skills/history', 'routes/client-skills-history.tsx'),
  route('vocabulary/search', 'routes/vocabulary-search.ts'),

  // Companies, needs and jobs
  route('needs', 'routes/needs.tsx'),
  route('visit', 'routes/visit.tsx'),
  route('visit/count', 'routes/visit-count.ts'),
  route('companies', 'routes/companies.tsx'),
  route('companies/new', 'routes/companies-new.tsx'),
  route('companies/suggestions', 'routes/companies-suggestions.ts'),
  route('companies/:companyId', 'routes/companies-company.tsx'),
  route('occupations/suggestions', 'routes/vacancies-occupations.ts'),
  route('vacancies/:vacancyId', 'routes/vacancies-vacancy.tsx'),
  route('vacancies/:vacancyId/requirements', 'routes/vacancies-requirements.tsx'),
  route('jobs', 'routes/jobs.tsx'),
  route('my/jobs', 'routes/my-jobs.tsx'),
  route('clients/:clientId/jobs', 'routes/client-jobs.tsx'),

  // Matching: its rule, one pair, what an introduction was based on, supply and demand
  route('matching-rule', 'routes/matching-rule.tsx'),
  route('match/:vacancyId/:clientId', 'routes/match-pair.tsx'),
  route('my/introductions/based-on', 'routes/kept-results.tsx', { id: 'my-kept-results' }),
  route('clients/:clientId/introductions/based-on', 'routes/kept-results.tsx', { id: 'client-kept-results' }),
  route('supply-and-demand', 'routes/supply-and-demand.tsx'),
  route('supply-and-demand.csv', 'routes/supply-csv.ts'),

  // Events
  route('events', 'routes/events.tsx'),
  route('events/new', 'routes/events-edit.tsx', { id: 'events-new' }),
  route('events/:eventId', 'routes/events-event.tsx'),
  route('events/:eventId/edit', 'routes/events-edit.tsx'),
  route('events/:eventId/costs', 'routes/events-costs.tsx'),

  // The catalogue of services
  route('services', 'routes/services.tsx'),
  route('services/new', 'routes/services-edit.tsx', { id: 'services-new' }),
  route('services/gaps', 'routes/services-gaps.tsx'),
  route('services/:serviceId', 'routes/services-service.tsx'),
  route('services/:serviceId/edit', 'routes/services-edit.tsx'),
  route('services/:serviceId/places', 'routes/services-places.tsx'),
  route('services/:serviceId/providers', 'routes/services-providers.tsx'),

  // The rules that the service counts with
  route('rules', 'routes/rules.tsx'),

  // How the service itself is doing
  route('service', 'routes/service.tsx'),

  // The pilot and its figures
  route('pilot', 'routes/pilot.tsx'),
  route('pilot/figures/:figure', 'routes/pilot-figure.tsx'),
  route('pilot/group', 'routes/pilot-group.tsx'),

  // Programmes and their half-year reports
  route('programmes', 'routes/programmes.tsx'),
  route('programmes/new', 'routes/programmes-new.tsx'),
  route('programmes/my-reports', 'routes/programmes-my-reports.tsx'),
  route('programmes/:programmeId', 'routes/programmes-board.tsx'),
  route('programmes/:programmeId/goals/:goalId', 'routes/programmes-goal.tsx'),
  route('programmes/:programmeId/years', 'routes/programmes-years.tsx'),
  route('programmes/:programmeId/versions', 'routes/programmes-versions.tsx'),
  route('programmes/:programmeId/coordinators', 'routes/programmes-coordinators.tsx'),
  route('programmes/:programmeId/proposals', 'routes/programmes-proposals.tsx'),
  route('programmes/:programmeId/edit', 'routes/programmes-edit.tsx'),
  route('programmes/:programmeId/edit/:part', 'routes/programmes-edit-part.tsx'),
  route('programmes/:programmeId/reports/:period', 'routes/programmes-report.tsx'),
  route('programmes/:programmeId/reports/:period/:goalId', 'routes/programmes-goal-report.tsx'),
  route('programmes/:programmeId/reports/:period/files/:reportId/:file', 'routes/programmes-report-file.ts'),
  route('public/reports', 'routes/public-reports.tsx'),
  route('public/reports/:reportId', 'routes/public-report.tsx'),
  route('public/reports/:reportId/:file', 'routes/public-report-file.ts'),

  // Introductions and employers
  route('introductions', 'routes/introductions.tsx'),
  route('vacancies/:vacancyId/introduce', 'routes/introduce.tsx'),
  route('employer', 'routes/employer.tsx'),
  route('employer/introductions/:introductionId', 'routes/employer-introduction.tsx'),
  route('my/introductions', 'routes/my-introductions.tsx'),
  route('clients/:clientId/introductions', 'routes/client-introductions.tsx'),

  // What a project promises, and how it is followed
  route('projects', 'routes/projects.tsx'),
  route('projects/new', 'routes/projects-new.tsx'),
  route('projects/portfolio.xlsx', 'routes/projects-export.ts'),
  route('projects/report', 'routes/projects-report.tsx'),
  route('projects/reports/:reportId', 'routes/projects-report-state.tsx'),
  route('projects/reports/:reportId/file', 'routes/projects-report-file.ts'),
  route('projects/instruments', 'routes/projects-instruments.tsx'),
  route('projects/:projectId', 'routes/projects-project.tsx'),
  route('projects/:projectId/one-page', 'routes/projects-one-page.tsx'),
  route('projects/:projectId/versions/:number', 'routes/projects-version.tsx'),
  route('projects/:projectId/edit/:part', 'routes/projects-edit.tsx'),
  route('projects/:projectId/realised.xlsx', 'routes/projects-realised-sheet.ts'),
  route('projects/:projectId/files/:fileId', 'routes/projects-file.ts'),
  route('projects/:projectId/plan', 'routes/project-plan.tsx'),
  route('projects/:projectId/plan/:thing/:thingId', 'routes/project-plan-thing.tsx'),
  route('projects/:projectId/indicators', 'routes/project-indicators.tsx'),
  route('projects/:projectId/indicators/:indicatorId', 'routes/project-indicator.tsx'),
  route('projects/:projectId/common-indicators', 'routes/project-common-indicators.tsx'),
  route('projects/:projectId/common-indicators.csv', 'routes/project-common-export.ts', {
    id: 'project-common-csv',
  }),
  route('projects/:projectId/common-indicators.xlsx', 'routes/project-common-export.ts', {
    id: 'project-common-xlsx',
  }),
  route('projects/:projectId/company-work', 'routes/project-company-work.tsx'),
  route('projects/:projectId/horizontal', 'routes/project-horizontal.tsx'),
  route('projects/:projectId/rejection', 'routes/project-rejection.tsx'),
  // Documents brought in
  route('intake', 'routes/intake.tsx'),
  route('intake/sheets', 'routes/intake-sheets.tsx'),
  route('intake/sheets/:kind.xlsx', 'routes/intake-template.ts'),
  route('intake/:documentId', 'routes/intake-document.tsx'),

  // Bodies, meetings and decisions
  route('bodies', 'routes/bodies.tsx'),
  route('bodies/new', 'routes/bodies-new.tsx'),
  route('bodies/:bodyId', 'routes/bodies-body.tsx'),
  route('meetings/:meetingId', 'routes/meetings-meeting.tsx'),
  route('meetings/:meetingId/minutes.pdf', 'routes/minutes-print.ts', { id: 'minutes-pdf' }),
  route('meetings/:meetingId/minutes.docx', 'routes/minutes-print.ts', { id: 'minutes-word' }),
  route('items/:itemId', 'routes/items-item.tsx'),
  route('items/:itemId/edit', 'routes/items-edit.tsx'),
  route('items/:itemId/print.pdf', 'routes/items-print.ts', { id: 'item-pdf' }),
  route('items/:itemId/print.docx', 'routes/items-print.ts', { id: 'item-word' }),
  route('items/:itemId/files/:fileId', 'routes/items-file.ts', { id: 'item-file' }),
  route('to-read', 'routes/to-read.tsx'),
  route('public/minutes', 'routes/public-minutes-list.tsx'),
  route('public/minutes/:meetingId', 'routes/public-minutes.tsx'),
  route('public/minutes/:meetingId/minutes.pdf', 'routes/minutes-print.ts', { id: 'public-minutes-pdf' }),
  route('public/minutes/:meetingId/minutes.docx', 'routes/minutes-print.ts', {
    id: 'public-minutes-word',
  }),
  route('public/minutes/:meetingId/files/:fileId', 'routes/items-file.ts', { id: 'public-file' }),

  // What the area tells and is asked
  route('bulletins', 'routes/bulletins.tsx'),
  route('bulletins/new', 'routes/bulletins-edit.tsx', { id: 'bulletin-new' }),
  route('bulletins/:bulletinId', 'routes/bulletins-bulletin.tsx'),
  route('bulletins/:bulletinId/edit', 'routes/bulletins-edit.tsx', { id: 'bulletin-edit' }),
  route('questions', 'routes/questions.tsx'),
  route('questions/:questionId', 'routes/questions-question.tsx'),
  route('public/questions', 'routes/public-questions.tsx'),
  route('public/questions/:token', 'routes/public-question.tsx'),
  route('public/bulletins', 'routes/public-bulletins.tsx'),
  route('communication-plan', 'routes/communication-plan.tsx'),
  route('communication-plan/new', 'routes/communication-plan-action.tsx', { id: 'plan-action-new' }),
  route('communication-plan/:actionId', 'routes/communication-plan-action.tsx', { id: 'plan-action' }),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
