import { z } from 'zod';
import { compareTexts } from '#kernel/letters.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { aboutProjects, startsProjects } from '../policies.ts';

/** Organisations of today that may be named as the funder of a project. */
export const fundersToChoose = defineUseCase({
  name: 'projects.funders-to-choose',
  ...aboutProjects,
  input: z.object({}),
  policy: startsProjects,
  refusals: [],
  async run(context) {
    const { language } = context.viewer;
    const there = (await organisationsOfAllTimes(context)).filter(
      ({ validTo }) => validTo === undefined || validTo >= context.today,
    );
    return ok({
      organisations: there
        .map(({ id, names }) => ({ organisationId: id, name: inLanguage(names, language).text }))
        .sort((a, b) => compareTexts(a.name, b.name)),
    });
  },
});
