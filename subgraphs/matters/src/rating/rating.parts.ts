import type { ApplicationMoving } from '../application/application-moving';
import { type Periods, periodsFrom } from '../periods';
import type { RatingRepository } from './rating.repository';
import { ApplicationRatingResolver, RatingResolver } from './rating.resolver';
import { RatingService } from './rating.service';

/** What ratings show and do. */
export function ratingResolvers(ratings: RatingRepository, moving: ApplicationMoving, periods: Periods = periodsFrom()): object[] {
  return [new RatingResolver(ratings, new RatingService(moving, ratings, periods), moving.clock), new ApplicationRatingResolver()];
}
