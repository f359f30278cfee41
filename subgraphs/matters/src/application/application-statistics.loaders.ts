import type { Viewer } from '@township-graph/shared/viewer';
import DataLoader from 'dataloader';
import type { ApplicationStatisticsRepository, Count, CountedApplications } from './application-statistics.repository';

/** Statistics of divisions for one request: those that are asked for alike are one statement. */
export class DivisionCounts {
  private readonly alike = new Map<string, DataLoader<string, CountedApplications[]>>();

  constructor(
    private readonly statistics: ApplicationStatisticsRepository,
    private readonly viewer: Viewer,
  ) {}

  of(divisionCode: string, count: Count): Promise<CountedApplications[]> {
    const key = JSON.stringify(count);
    let loader = this.alike.get(key);
    if (!loader) {
      loader = new DataLoader((codes: readonly string[]) => this.statistics.countEach(this.viewer, count, codes));
      this.alike.set(key, loader);
    }
    return loader.load(divisionCode);
  }
}
