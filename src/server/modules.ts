import { accounts } from '#accounts';
import { areas } from '#areas';
import { clients } from '#clients';
import { companies } from '#companies';
import { consents } from '#consents';
import { events } from '#events';
import { governance } from '#governance';
import { insight } from '#insight';
import { intake } from '#intake';
import { introductions } from '#introductions';
import { matching } from '#matching';
import { networks } from '#networks';
import { openings } from '#openings';
import { outreach } from '#outreach';
import { pilots } from '#pilots';
import { privacy } from '#privacy';
import { programmes } from '#programmes';
import { projects } from '#projects';
import { releases } from '#releases';
import { skills } from '#skills';
import { vacancies } from '#vacancies';
import { vocabulary } from '#vocabulary';

/** Everything that Polku can do, by module: the doors of the house. */
export const modules = {
  accounts,
  areas,
  clients,
  companies,
  consents,
  events,
  governance,
  insight,
  intake,
  introductions,
  matching,
  networks,
  openings,
  outreach,
  pilots,
  privacy,
  programmes,
  projects,
  releases,
  skills,
  vacancies,
  vocabulary,
};
