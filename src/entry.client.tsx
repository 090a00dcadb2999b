import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { textsAreHere, translator } from '#web/i18n/browser.ts';
import { Speaking } from '#web/i18n/use.ts';

await textsAreHere();

startTransition(() => {
  hydrateRoot(
    document,
    <Speaking value={translator}>
      <HydratedRouter />
    </Speaking>,
  );
});
