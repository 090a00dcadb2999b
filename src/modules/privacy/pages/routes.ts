import { room } from '#web/room-routes.ts';

const page = room('privacy');

/** The addresses of this room's pages. */
export default [
  page('privacy', 'privacy.tsx'),
  page('privacy/edit', 'privacy-edit.tsx'),
  page('accessibility', 'accessibility.tsx'),
  page('accessibility/edit', 'accessibility-edit.tsx'),
  page('my/data', 'my-data.tsx'),
  page('my/data/all', 'my-data-all.tsx'),
  page('my/data/all.json', 'my-data-json.ts'),
  page('data-requests', 'data-requests.tsx'),
  page('data-requests/:requestId', 'data-request.tsx'),
  page('retention', 'retention.tsx'),
  page('retention/proposals/:proposalId', 'retention-proposal.tsx'),
  page('retention/:of', 'past-time.tsx'),
  page('retention/:of/:subjectId', 'retention-record.tsx'),
];
