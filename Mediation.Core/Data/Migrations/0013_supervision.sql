-- What those above did about a matter, as the lists ask for it; the file has the whole, and a row is computed anew with each step.
create table oversight (
    district_code   bigint not null,
    dispute_id      {id} not null,
    town_code       bigint not null,
    village_code    bigint not null,
    responsible_id  {id} not null,
    holder_id       {id} not null,
    since_day       bigint not null,
    on_ledger       smallint not null,
    major           smallint not null,
    petition        smallint not null,
    leader          smallint not null,
    unit            smallint not null,
    person          smallint not null,
    listed          smallint not null,
    asked           smallint not null,
    cleared_on      {date},
    primary key (district_code, dispute_id)
) {partitioned};

-- The ledger of a village, a town, a district, the oldest first.
create index oversight_in_village on oversight (village_code, since_day, dispute_id);
create index oversight_in_town on oversight (town_code, since_day, dispute_id);
create index oversight_in_district on oversight (district_code, since_day, dispute_id);

create table supervision_card (
    district_code   bigint not null,
    id              {id} not null,
    dispute_id      {id} not null,
    town_code       bigint not null,
    village_code    bigint not null,
    to_id           {id} not null,
    kind            text not null,
    cause           text not null,
    due_on          {date} not null,
    standing        smallint not null,
    replied_on      {date},
    primary key (district_code, id)
) {partitioned};

-- The cards of a village, a town, a district, a matter, by the day on which an answer is due.
create index supervision_card_in_village on supervision_card (village_code, due_on, id);
create index supervision_card_in_town on supervision_card (town_code, due_on, id);
create index supervision_card_in_district on supervision_card (district_code, due_on, id);
create index supervision_card_of_dispute on supervision_card (district_code, dispute_id);

-- Analysis meetings of towns and the district: the whole of one, with the figures of its day.
create table analysis_meeting (
    district_code    bigint not null,
    id               {id} not null,
    town_code        bigint not null,
    village_code     bigint not null,
    organisation_id  {id} not null,
    held_on          {date} not null,
    version          bigint not null,
    body             text not null,
    primary key (district_code, id)
) {partitioned};

create index analysis_meeting_in_town on analysis_meeting (town_code, held_on, id);
create index analysis_meeting_in_district on analysis_meeting (district_code, held_on, id);

create table meeting_decision (
    district_code    bigint not null,
    meeting_id       {id} not null,
    number           bigint not null,
    organisation_id  {id} not null,
    dispute_id       {id},
    held_on          {date} not null,
    due_on           {date} not null,
    done_on          {date},
    body             text not null,
    primary key (district_code, meeting_id, number)
) {partitioned};

-- What has this centre decided and not done? And what was decided about a matter?
create index meeting_decision_of_organisation on meeting_decision (district_code, organisation_id, due_on);
create index meeting_decision_of_dispute on meeting_decision (district_code, dispute_id);
