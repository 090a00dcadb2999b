import type { ReactNode } from 'react';
import { isRouteErrorResponse } from 'react-router';
import { useT } from '../i18n/use.ts';
import type { PageProblem } from '../page.ts';
import { Button } from './button.tsx';
import { useFrame } from './frame.tsx';
import { Page } from './page.tsx';

const known = [403, 404, 409, 410, 413, 415, 422, 429, 500, 503];

/** Says what happened and what to do next, in plain words; of an unexpected error only its number in the log. */
export function ErrorPage({
  error,
  children,
}: {
  readonly error: unknown;
  /** What to do next, when the page knows better than the kind of the fault. */
  readonly children?: ReactNode;
}) {
  const t = useT('errors');
  const refusal = useT('refusals');
  const { reference } = useFrame();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const shown = known.includes(status) ? status : status < 500 ? 404 : 500;
  const problem = isRouteErrorResponse(error) ? problemOf(error.data) : undefined;
  const because = problem === undefined ? undefined : reasonKey(problem).find((key) => refusal.has(key));
  const words = problem !== undefined && t.has(`${problem.code}.title`) ? problem.code : String(shown);
  return (
    <Page title={t(`${words}.title`)}>
      {because !== undefined && words !== problem?.code && (
        <p className="lead">{refusal(because, problem?.details)}</p>
      )}
      {children ?? <p>{t(`${words}.next`)}</p>}
      {shown >= 500 && reference !== undefined && (
        <p>
          {t('reference')} <code>{reference}</code>
        </p>
      )}
      <p className="actions">
        <Button to="/" look="secondary" label={t('to-home')} />
      </p>
    </Page>
  );
}

/** The reason of a denial first, then the code: the more exact sentence wins. */
function reasonKey(problem: PageProblem): string[] {
  return problem.reason === undefined ? [problem.code] : [`denied.${problem.reason}`, problem.code];
}

function problemOf(body: unknown): PageProblem | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string')
    return undefined;
  return body as PageProblem;
}
