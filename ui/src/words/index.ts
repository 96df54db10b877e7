// Every word of the window, a file per screen.

import { appeal } from './appeal';
import { block, received } from './block';
import { cases } from './cases';
import { caseWords } from './case';
import { common } from './common';
import { errors } from './errors';
import { evidence } from './evidence';
import { filed } from './filed';
import { found } from './found';
import { help } from './help';
import { choiceWords, kindWords } from './kinds';
import { outbox } from './outbox';
import { personal } from './personal';
import { practice } from './practice';
import { problems } from './problems';
import { profile } from './profile';
import { refusals } from './refusals';
import { report } from './report';
import { check } from './check';
import { abilities, abilityWords, account, serviceWords } from './services';
import { settings } from './settings';
import { setup } from './setup';
import { shell } from './shell';
import { sites } from './sites';
import { target } from './target';
import { wanted } from './wanted';
import { welcome } from './welcome';

/** The catalogue. */
export const w = {
  appeal,
  block,
  received,
  case: caseWords,
  cases,
  check,
  common,
  errors,
  evidence,
  filed,
  found,
  choices: choiceWords,
  help,
  kinds: kindWords,
  outbox,
  personal,
  practice,
  problems,
  profile,
  refusals,
  report,
  services: { abilities, abilityWords, account, serviceWords },
  settings,
  setup,
  shell,
  sites,
  target,
  wanted,
  welcome,
};
