import { publishForm } from '../../behaviors/publish-form';

Component({ behaviors: [publishForm('spare')] });
