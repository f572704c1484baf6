import { loadedPage } from '../../../../behaviors/loaded-page';
import { call } from '../../../../services/cloud';
import { operationsView } from '../../presenters/operations-view';
import type { OperationsView } from '../../presenters/operations-view';

const operationsPage = loadedPage({
  initial: {
    figures: [] as OperationsView['figures'],
    charts: [] as OperationsView['charts'],
    signs: [] as OperationsView['signs'],
    functions: [] as OperationsView['functions'],
    regions: [] as OperationsView['regions'],
  },
  asks: 'show',
  ask: async () => operationsView(await call('moderation', 'operations', {})),
});

/** The operators' room for the service itself: what happens each hour, what fails, and what runs out. */
Component({ behaviors: [operationsPage] });
