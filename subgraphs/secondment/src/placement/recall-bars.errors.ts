import { conflict } from '@township-graph/shared/errors';

export const barredFromMerit = (year: number, until: string) =>
  conflict(
    'BARRED_FROM_MERIT',
    {
      zh: `因被召回，${until} 前（含当日）不得评优，${year} 年度不能评为优秀`,
      en: `Recalled: not to be excellent for ${year}; barred until ${until}`,
    },
    { year, until, basis: '被召回' },
  );

export const barredFromPromotion = (until: string) =>
  conflict(
    'BARRED_FROM_PROMOTION',
    { zh: `因被召回，${until} 前（含当日）不得晋升`, en: `Recalled: not to be promoted until after ${until}` },
    { until, basis: '被召回' },
  );
