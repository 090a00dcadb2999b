import { useT } from '../i18n/use.ts';
import { moreOf } from '../navigation.ts';
import { requireViewer } from '../page.ts';
import { Card, Page, Section } from '../ui/index.ts';
import type { Route } from './+types/more.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const { viewer } = requireViewer(context, request);
  return {
    groups: moreOf(viewer.role).map(({ group, places }) => ({
      group,
      places: places.map(({ to, key }) => ({ to, key })),
    })),
  };
}

/** Everything that the viewer may read besides the main places. */
export default function More({ loaderData }: Route.ComponentProps) {
  const t = useT('navigation');
  return (
    <Page title={t('more-title')} lead={t('more-lead')}>
      {loaderData.groups.map(({ group, places }) => (
        <Section key={group} id={group} title={t(`group.${group}`)}>
          <div className="cards">
            {places.map(({ to, key }) => (
              <Card key={to} title={t(key)} to={to}>
                <p>{t(`about-place.${key}`)}</p>
              </Card>
            ))}
          </div>
        </Section>
      ))}
    </Page>
  );
}
