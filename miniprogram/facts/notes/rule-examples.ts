import { accountExamples } from './account-examples';
import { advertExamples } from './advert-examples';
import { bargainExamples } from './bargain-examples';
import { barterExamples } from './barter-examples';
import { contactExamples } from './contact-examples';
import { elsewhereExamples } from './elsewhere-examples';
import type { ExamplesByRule } from './examples';
import { foreignExamples } from './foreign-examples';
import { hiddenExamples } from './hidden-examples';
import { identityExamples } from './identity-examples';
import { moneyExamples } from './money-examples';
import { placeExamples } from './place-examples';
import { saleExamples } from './sale-examples';
import { tradeExamples } from './trade-examples';
import { trapExamples } from './trap-examples';

/** The examples of every rule. */
export const ruleExamples: ExamplesByRule = {
  ...contactExamples,
  ...accountExamples,
  ...moneyExamples,
  ...barterExamples,
  ...placeExamples,
  ...identityExamples,
  ...elsewhereExamples,
  ...saleExamples,
  ...tradeExamples,
  ...advertExamples,
  ...bargainExamples,
  ...hiddenExamples,
  ...foreignExamples,
  ...trapExamples,
};
