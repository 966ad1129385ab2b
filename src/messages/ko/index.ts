import type { Catalogue } from '../catalogue.ts';
import { assessment } from './assessment.ts';
import { boundaries } from './boundaries.ts';
import { facts } from './facts.ts';
import { interview } from './interview.ts';
import { plan } from './plan.ts';
import { rules } from './rules/index.ts';
import { sources } from './sources.ts';
import { stack } from './stack.ts';
import { verdict } from './verdict.ts';

export const ko: Catalogue = {
  assessment,
  boundaries,
  facts,
  interview,
  plan,
  rules,
  sources,
  stack,
  verdict,
};
