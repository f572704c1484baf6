import { publishForm } from '../../behaviors/publish-form';
import { inLanguage } from '../../../../components/in-language';

Component({ behaviors: [inLanguage, publishForm('need')] });
