// Every word of the window, a file per screen.

import { cases } from './cases';
import { caseWords } from './case';
import { common } from './common';
import { errors } from './errors';
import { evidence } from './evidence';
import { help } from './help';
import { outbox } from './outbox';
import { practice } from './practice';
import { problems } from './problems';
import { report } from './report';
import { check } from './check';
import { settings } from './settings';
import { setup } from './setup';
import { shell } from './shell';
import { target } from './target';
import { welcome } from './welcome';

/** The catalogue. */
export const w = {
  case: caseWords,
  cases,
  check,
  common,
  errors,
  evidence,
  help,
  outbox,
  practice,
  problems,
  report,
  settings,
  setup,
  shell,
  target,
  welcome,
};
