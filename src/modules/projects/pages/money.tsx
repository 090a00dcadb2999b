import { Link } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { Button, Section } from '#web/ui/index.ts';
import type { Route } from './+types/money.ts';
import { FundingTable, MoneyTable } from './money-table.tsx';
import { MonthsSection } from './months-section.tsx';
import { headOf, openedProject } from './opened-project.ts';
import { OtherFigures } from './other-figures.tsx';
import { PromisePage } from './promise-page.tsx';

export const loader = (given: Route.LoaderArgs) => openedProject(given);

/** A project's money: what was asked and granted by the funder's own table, who pays, and what has been used. */
export default function ProjectMoney({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const { opened, edit } = loaderData;
  const months = <MonthsSection opened={opened} edit={edit} />;
  // Once there is use to look at, how it goes stands first; before that, what is asked for.
  const used = opened.summary.realised !== undefined && opened.months.length > 0;
  return (
    <PromisePage title={t('open.money')} head={headOf(opened)} wide>
      {used && months}
      <Section
        id="money"
        title={t('open.budget')}
        lead={t('open.money-lead')}
        actions={
          edit !== undefined && (
            <>
              <Button to={`${edit}/cost-line`} look="secondary" label={t('act.add-line')} />
              <Button to={`${edit}/budget`} look="secondary" label={t('act.settings')} />
            </>
          )
        }
      >
        <MoneyTable opened={opened} edit={edit} />
        <p className="no-print">
          <Link to="/how-polku-counts#funding">{t('instruments-link')}</Link>
        </p>
        <OtherFigures opened={opened} />
      </Section>
      <Section
        id="funding"
        title={t('open.funding')}
        actions={
          edit !== undefined && <Button to={`${edit}/share`} look="secondary" label={t('act.add-share')} />
        }
      >
        <FundingTable opened={opened} edit={edit} />
      </Section>
      {!used && months}
    </PromisePage>
  );
}
