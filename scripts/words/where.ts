/**
 * Files of the mini-program that say nothing to a reader of English: data and rules that read Chinese, what neighbours are sent
 * or shown on paper, and the rooms of volunteers and operators, who are Chinese-speaking staff. A user's own reports are read by users.
 */
export const chineseOnly = [
  /^data\//,
  /^facts\/words\/campaign-words\.ts$/,
  /^facts\/(notes|regions|characters|catalogue|medicines)\//,
  /^facts\/news\/message-templates\.ts$/,
  /^packages\/english\//,
  /^packages\/review\/(?!pages\/reports\/|presenters\/report-rows)/,
  /^packages\/achieved\/(pages\/operations\/|presenters\/operations-view)/,
  /^packages\/guide\/data\//,
  /^(packages\/share\/(services|presenters)|presenters\/share|components\/share-picture)\//,
  /^packages\/publish\/presenters\/approval-number\.ts$/,
];
