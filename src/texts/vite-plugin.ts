import type { Plugin } from 'vite';
import { languages } from '#kernel/localised.ts';
import { readTexts, textFiles } from './files.ts';

const all = 'virtual:texts';
const sources = /\/(web|src\/pages|src\/modules\/[^/]+\/pages)\/[^?]*\.tsx?(\?|$)|\/src\/root\.tsx/;

/**
 * Brings texts to the pages. A file that asks for a namespace (`useT('clients')`, `t('common:save')`) carries that
 * namespace with it to the browser, in the language of the page alone; a page waits for what its files asked for. On
 * the server `virtual:texts` is every text.
 */
export function texts(): Plugin {
  let read = readTexts();
  return {
    name: 'polku-texts',
    resolveId: (id) => (id === all || id.startsWith(`${all}/`) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${all}`) return `export default ${JSON.stringify(read)};`;
      if (!id.startsWith(`\0${all}/`)) return undefined;
      const [namespace = '', language] = id.slice(all.length + 2).split('/');
      if (language !== undefined)
        return `export default ${JSON.stringify(read[language as 'fi'][namespace] ?? {})};`;
      const files = languages.map((each) => `${each}: () => import('${all}/${namespace}/${each}')`);
      return `import { bringTexts } from '#web/i18n/browser.ts';\nbringTexts('${namespace}', { ${files.join(', ')} });`;
    },
    transform(code, id, options) {
      if (options?.ssr === true || !sources.test(id)) return undefined;
      const asked = [
        ...[...code.matchAll(/\buseT\(\s*["']([\w-]+)["']/g)].map((match) => match[1] ?? ''),
        ...(/\buseT\(\s*\)/.test(code) ? ['common'] : []),
        ...[...code.matchAll(/["'`]([a-z][a-z-]*):[a-zA-Z$]/g)].map((match) => match[1] ?? ''),
      ];
      const known = [...new Set(asked)].filter((namespace) => namespace in read.fi);
      const imports = known.map((namespace) => `import '${all}/${namespace}';\n`).join('');
      const isPage = /\bexport \{[^}]*\bas default\b|\bexport default\b/.test(code) && !/\/web\//.test(id);
      if (!isPage) return { code: imports + code, map: null };
      return {
        code: `import { textsAreHere } from '#web/i18n/browser.ts';\n${imports}${code}\nawait textsAreHere();`,
        map: null,
      };
    },
    configureServer(server) {
      const files = new Set(textFiles());
      server.watcher.add([...files]);
      server.watcher.on('change', (file) => {
        if (!file.endsWith('.tsv')) return;
        read = readTexts();
        for (const [id, module] of server.moduleGraph.idToModuleMap)
          if (id.startsWith(`\0${all}`)) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
