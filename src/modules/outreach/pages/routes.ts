import { room } from '#web/room-routes.ts';

const page = room('outreach');

/** The addresses of this room's pages. */
export default [
  page('bulletins', 'bulletins.tsx'),
  page('bulletins/new', 'bulletin-edit.tsx', { id: 'bulletin-new' }),
  page('bulletins/:bulletinId', 'bulletin.tsx'),
  page('bulletins/:bulletinId/edit', 'bulletin-edit.tsx', { id: 'bulletin-edit' }),
  page('questions', 'questions.tsx'),
  page('questions/:questionId', 'question.tsx'),
  page('public/questions', 'public-questions.tsx'),
  page('public/questions/:token', 'public-question.tsx'),
  page('public/bulletins', 'public-bulletins.tsx'),
  page('notices', 'notices.tsx'),
  page('letters', 'letters.tsx'),
  page('communication-plan', 'communication-plan.tsx'),
  page('communication-plan/new', 'communication-plan-action.tsx', { id: 'plan-action-new' }),
  page('communication-plan/:actionId', 'communication-plan-action.tsx', { id: 'plan-action' }),
];
