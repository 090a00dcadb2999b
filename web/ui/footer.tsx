import { Link } from 'react-router';
import { useT } from '../i18n/use.ts';
import { useShell } from './shell.ts';

/** What every page ends with: how the service treats its user. */
export function Footer() {
  const t = useT('navigation');
  const shell = useShell();
  const isSignedIn = shell?.viewer !== undefined;
  return (
    <footer className="footer">
      <div className="wrap">
        <p>{t('about')}</p>
        <nav aria-label={t('footer')}>
          <ul>
            <li>
              <Link to="/services">{t('services')}</Link>
            </li>
            <li>
              <Link to="/public/bulletins">{t('public-bulletins')}</Link>
            </li>
            <li>
              <Link to="/public/questions">{t('public-questions')}</Link>
            </li>
            <li>
              <Link to="/public/minutes">{t('public-minutes')}</Link>
            </li>
            <li>
              <Link to="/accessibility">{t('accessibility')}</Link>
            </li>
            <li>
              <Link to="/privacy">{t('privacy')}</Link>
            </li>
            <li>
              <Link to="/how-polku-counts">{t('how-counted')}</Link>
            </li>
            {isSignedIn && (
              <li>
                <Link to="/notices">{t('my-notices')}</Link>
              </li>
            )}
            {shell !== undefined && (
              <li>
                <Link to={`/help/${shell.guide}`}>{t('own-guide')}</Link>
              </li>
            )}
            <li>
              <Link to="/help">{t('help')}</Link>
            </li>
            <li>
              <Link to="/api">{t('api')}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
