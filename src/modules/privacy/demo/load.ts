import { type Db, insert } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { addDays } from '#kernel/days.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';
import type { AccessibilityStatement, PrivacyStatement } from '../domain/statements.ts';

const privacy: PrivacyStatement = {
  controller: 'Mikkelin kaupunki, Mikkelin seudun työllisyysalue (esittely)',
  address: 'Esimerkkikatu 1, 50100 Mikkeli',
  contact: 'työllisyysalueen asiakaspalvelu, 015 000 0000, tyollisyys@mikkeli.example',
  officer: 'Eeva Suojanen, tietosuoja@mikkeli.example',
  receivers: {
    fi: 'Yrityspalvelut ja työnantajat, joille olet antanut suostumuksen. Kela ja hyvinvointialue, kun laki monialaisesta tuesta sitä edellyttää.',
    sv: 'De företagstjänster och arbetsgivare som du har gett ditt samtycke. FPA och välfärdsområdet, när lagen om multiprofessionellt stöd kräver det.',
    en: 'Business services and employers to whom you have consented. Kela and the wellbeing county where the act on multi-professional support asks for it.',
  },
};

const accessibility: Omit<AccessibilityStatement, 'checkedOn'> = {
  basis: 'self',
  level: 'partly',
  failing: {
    fi: 'Avustavia tekniikoita käyttävät ihmiset eivät ole vielä testanneet palvelua; testi tehdään ennen käyttöönottoa.\nKunnille tuodut tiedostot (PDF) voivat olla ilman rakennetta; saman tiedon saa sivulta.',
    sv: 'Personer som använder hjälpmedel har ännu inte testat tjänsten; testet görs före ibruktagandet.\nFiler som kommunerna har lagt in (PDF) kan sakna struktur; samma uppgifter finns på sidan.',
    en: 'People who use assistive technology have not tested the service yet; the test is made before it is taken into use.\nFiles brought in by municipalities (PDF) may lack structure; the same facts stand on the page.',
  },
};

/** What the invented area says of itself in public. */
export async function loadStatements(db: Db, area: DemonstrationArea): Promise<void> {
  const random = createRandom(area.seed).fork('statements');
  const on = addDays(area.today, -40);
  const said = (kind: string, content: object, place: number) => ({
    id: formatUuidv7(Date.parse(on), place, random.bytes(8)),
    kind,
    content: JSON.stringify(content),
    said_at: `${on}T07:00:00Z`,
  });
  await insert(db, 'privacy.statement', [
    said('privacy', privacy, 0),
    said('accessibility', { ...accessibility, checkedOn: on }, 1),
  ]);
}
