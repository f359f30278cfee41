import { COMMAND_TABLES } from '@township-graph/shared/command/tables';
import type { DatabaseOptions } from '@township-graph/shared/database';
import { DEADLINE_TABLES } from '@township-graph/shared/deadlines/tables';
import { CreateImportCheckpoint1795255100000, ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { SCHEDULER_TABLES } from '@township-graph/shared/scheduler/tables';
import { TIMELINE_TABLES } from '@township-graph/shared/timeline/tables';
import { AdmissionRecipient } from './admission/admission-recipient.entity';
import { AdmissionRequest } from './admission/admission-request.entity';
import { AcceptanceSerial } from './application/acceptance-serial';
import { Application } from './application/application.entity';
import { Appointment } from './appointment/appointment.entity';
import { SlotBookings } from './appointment/slot-bookings.entity';
import { BundleApplication } from './bundle/bundle-application.entity';
import { ServiceBundle } from './bundle/service-bundle.entity';
import { Delegation } from './delegation/delegation.entity';
import { DelegationClosedSite, DelegationMatter, DelegationRecipient } from './delegation/delegation-recipient.entity';
import { DelegationTurn } from './delegation/delegation-turn';
import { Matter } from './matter/matter.entity';
import { MatterGuide } from './matter/matter-guide.entity';
import { MatterSite } from './matter/matter-site.entity';
import { MatterChange } from './matter-change/matter-change.entity';
import { CreateMatter1795255300000 } from './migrations/1795255300000-create-matter';
import { CreateMatterGuide1795255301000 } from './migrations/1795255301000-create-matter-guide';
import { CreateMatterSite1795255302000 } from './migrations/1795255302000-create-matter-site';
import { CreateSearchName1795255303000 } from './migrations/1795255303000-create-search-name';
import { CreateSearchToken1795255304000 } from './migrations/1795255304000-create-search-token';
import { CreateDelegation1795255305000 } from './migrations/1795255305000-create-delegation';
import { CreateDelegationRecipient1795255306000 } from './migrations/1795255306000-create-delegation-recipient';
import { CreateDelegationMatter1795255307000 } from './migrations/1795255307000-create-delegation-matter';
import { CreateResponsibilityList1795255308000 } from './migrations/1795255308000-create-responsibility-list';
import { CreateResponsibilityItem1795255309000 } from './migrations/1795255309000-create-responsibility-item';
import { CreateServicePoint1795255310000 } from './migrations/1795255310000-create-service-point';
import { CreateApplication1795255311000 } from './migrations/1795255311000-create-application';
import { CreateAcceptanceSerial1795255312000 } from './migrations/1795255312000-create-acceptance-serial';
import { CreateApplicationRating1795255313000 } from './migrations/1795255313000-create-application-rating';
import { CreateServiceBundle1795255314000 } from './migrations/1795255314000-create-service-bundle';
import { CreateBundleApplication1795255315000 } from './migrations/1795255315000-create-bundle-application';
import { CreateReceptionPlan1795255320000 } from './migrations/1795255320000-create-reception-plan';
import { CreateServiceWindow1795255321000 } from './migrations/1795255321000-create-service-window';
import { CreateQueueHold1795255322000 } from './migrations/1795255322000-create-queue-hold';
import { CreateQueueTicket1795255323000 } from './migrations/1795255323000-create-queue-ticket';
import { CreateAppointment1795255324000 } from './migrations/1795255324000-create-appointment';
import { CreateSlotBookings1795255325000 } from './migrations/1795255325000-create-slot-bookings';
import { CreateAdmissionRequest1795255330000 } from './migrations/1795255330000-create-admission-request';
import { CreateAdmissionRecipient1795255331000 } from './migrations/1795255331000-create-admission-recipient';
import { CreateDutyRefusal1795255332000 } from './migrations/1795255332000-create-duty-refusal';
import { AddResponsibilityRevisions1795255333000 } from './migrations/1795255333000-add-responsibility-revisions';
import { ResponsibilityItemByDay1795255334000 } from './migrations/1795255334000-responsibility-item-by-day';
import { DropResponsibilityItemBySerial1795255335000 } from './migrations/1795255335000-drop-responsibility-item-by-serial';
import { CreateMatterChange1795255336000 } from './migrations/1795255336000-create-matter-change';
import { AddDelegationCourse1795255340000 } from './migrations/1795255340000-add-delegation-course';
import { AddDelegationOrgan1795255341000 } from './migrations/1795255341000-add-delegation-organ';
import { CreateDelegationClosedSite1795255342000 } from './migrations/1795255342000-create-delegation-closed-site';
import { CreateDelegationTurn1795255343000 } from './migrations/1795255343000-create-delegation-turn';
import { DelegationByBatch1795255344000 } from './migrations/1795255344000-delegation-by-batch';
import { AddDelegationHandedBackOn1795255345000 } from './migrations/1795255345000-add-delegation-handed-back-on';
import { MatterSiteByPlaceAndDays1795255350000 } from './migrations/1795255350000-matter-site-by-place-and-days';
import { DropMatterSiteByPlace1795255351000 } from './migrations/1795255351000-drop-matter-site-by-place';
import { AddServicePointCourse1795255352000 } from './migrations/1795255352000-add-service-point-course';
import { QueueTicketByStateAndDay1795255353000 } from './migrations/1795255353000-queue-ticket-by-state-and-day';
import { AppointmentByStateAndDay1795255354000 } from './migrations/1795255354000-appointment-by-state-and-day';
import { MatterByCode1795255359000 } from './migrations/1795255359000-matter-by-code';
import { AddServicePointNameInUse1795255360000 } from './migrations/1795255360000-add-service-point-name-in-use';
import { FillServicePointNameInUse1795255361000 } from './migrations/1795255361000-fill-service-point-name-in-use';
import { ServicePointByNameInUse1795255362000 } from './migrations/1795255362000-service-point-by-name-in-use';
import { NothingDueWhileSuspended1795255363000 } from './migrations/1795255363000-nothing-due-while-suspended';
import { QueueHold } from './queue/queue-hold.entity';
import { QueueTicket } from './queue/queue-ticket.entity';
import { Rating } from './rating/rating.entity';
import { ResponsibilityItem } from './responsibility/responsibility-item.entity';
import { ResponsibilityList } from './responsibility/responsibility-list.entity';
import { SearchName, SearchToken } from './search/search-name.entity';
import { ReceptionPlan } from './service-point/reception-plan.entity';
import { ServicePoint } from './service-point/service-point.entity';
import { ServiceWindow } from './service-window/service-window.entity';
import { DutyRefusal } from './unapproved-duty/duty-refusal.entity';

/** The tables of matters, delegations, responsibility lists and service points. */
export const MATTERS_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [
    ImportCheckpoint,
    ...COMMAND_TABLES.entities,
    ...TIMELINE_TABLES.entities,
    ...DEADLINE_TABLES.entities,
    ...SCHEDULER_TABLES.entities,
    Matter,
    MatterGuide,
    MatterSite,
    SearchName,
    SearchToken,
    Delegation,
    DelegationRecipient,
    DelegationMatter,
    DelegationClosedSite,
    DelegationTurn,
    ResponsibilityList,
    ResponsibilityItem,
    ServicePoint,
    ReceptionPlan,
    ServiceWindow,
    QueueHold,
    QueueTicket,
    Appointment,
    SlotBookings,
    Application,
    AcceptanceSerial,
    Rating,
    ServiceBundle,
    BundleApplication,
    AdmissionRequest,
    AdmissionRecipient,
    DutyRefusal,
    MatterChange,
  ],
  migrations: [
    CreateImportCheckpoint1795255100000,
    ...COMMAND_TABLES.migrations,
    ...TIMELINE_TABLES.migrations,
    ...DEADLINE_TABLES.migrations,
    ...SCHEDULER_TABLES.migrations,
    CreateMatter1795255300000,
    CreateMatterGuide1795255301000,
    CreateMatterSite1795255302000,
    CreateSearchName1795255303000,
    CreateSearchToken1795255304000,
    CreateDelegation1795255305000,
    CreateDelegationRecipient1795255306000,
    CreateDelegationMatter1795255307000,
    CreateResponsibilityList1795255308000,
    CreateResponsibilityItem1795255309000,
    CreateServicePoint1795255310000,
    CreateApplication1795255311000,
    CreateAcceptanceSerial1795255312000,
    CreateApplicationRating1795255313000,
    CreateServiceBundle1795255314000,
    CreateBundleApplication1795255315000,
    CreateAdmissionRequest1795255330000,
    CreateAdmissionRecipient1795255331000,
    CreateDutyRefusal1795255332000,
    AddResponsibilityRevisions1795255333000,
    ResponsibilityItemByDay1795255334000,
    DropResponsibilityItemBySerial1795255335000,
    CreateMatterChange1795255336000,
    AddDelegationCourse1795255340000,
    AddDelegationOrgan1795255341000,
    CreateDelegationClosedSite1795255342000,
    CreateDelegationTurn1795255343000,
    DelegationByBatch1795255344000,
    AddDelegationHandedBackOn1795255345000,
    MatterSiteByPlaceAndDays1795255350000,
    DropMatterSiteByPlace1795255351000,
    MatterByCode1795255359000,
    CreateReceptionPlan1795255320000,
    CreateServiceWindow1795255321000,
    CreateQueueHold1795255322000,
    CreateQueueTicket1795255323000,
    CreateAppointment1795255324000,
    CreateSlotBookings1795255325000,
    AddServicePointCourse1795255352000,
    QueueTicketByStateAndDay1795255353000,
    AppointmentByStateAndDay1795255354000,
    AddServicePointNameInUse1795255360000,
    FillServicePointNameInUse1795255361000,
    ServicePointByNameInUse1795255362000,
    NothingDueWhileSuspended1795255363000,
  ],
};
