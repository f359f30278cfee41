import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ApplicationStatisticsRepository, Count, CountedApplications } from './application-statistics.repository';

/** Statistics of divisions for one request: those that are asked for alike are one statement. */
export class DivisionCounts {
  private readonly alike = new Map<string, ReturnType<DivisionCounts['counting']>>();

  constructor(
    private readonly statistics: ApplicationStatisticsRepository,
    private readonly viewer: Viewer,
  ) {}

  async of(divisionCode: string, count: Count): Promise<readonly CountedApplications[]> {
    const key = JSON.stringify(count);
    const loader = this.alike.get(key) ?? this.counting(count);
    this.alike.set(key, loader);
    return (await loader.load(divisionCode))!.groups;
  }

  private counting(count: Count) {
    return oneByKey(
      (codes: readonly string[]) => this.statistics.countEach(this.viewer, count, codes),
      ({ divisionCode }) => divisionCode,
    );
  }
}
