import { catalogueOf } from '../messages/catalogue.ts';
import { reportPage } from '../migration/report.ts';
import { htmlPage } from '../report/html/page.ts';
import type { Assessment } from './assess.ts';
import { MARK } from './markdown.ts';

/** The assessment as one HTML file that loads nothing, with the source of every statement. */
export function htmlReport(assessment: Assessment, name: string): string {
  const { contents } = catalogueOf(assessment.lang).assessment;
  return htmlPage(reportPage(assessment, name), MARK, contents);
}
