-- Searches beside the usual rounds; one counts once in the monthly report, for the office that launched it.
create table screening_campaign (
    district_code    bigint not null,
    id               {id} not null,
    area_code        bigint not null,
    name             text not null,
    kind             text not null,
    from_date        {date} not null,
    to_date          {date} not null,
    cadence          text,
    sensitive        smallint not null,
    organisation_id  {id} not null,
    tier             text not null,
    office_code      bigint not null,
    account_id       {id} not null,
    launched_at      {instant} not null,
    ended_on         {date},
    end_reason       text,
    primary key (district_code, id)
) {partitioned};

-- Which campaigns run in this district at this time?
create index screening_campaign_by_time on screening_campaign (district_code, to_date, id);

-- A return belongs to its round: of a campaign, or the usual one. Returns from before this have no day by which they were due.
alter table screening_return add column campaign_id {id};
alter table screening_return add column households integer;
alter table screening_return add column grids integer;
alter table screening_return add column workers integer;
alter table screening_return add column leader_id {id};
alter table screening_return add column due_on {date};
alter table screening_return add column first_filed_at {instant};

-- One valid return per committee and period, of the usual rounds and of each campaign.
drop index screening_return_of_period;
create unique index screening_return_of_period on screening_return (district_code, organisation_id, from_date, to_date)
    where replaced_by is null and campaign_id is null;
create unique index screening_return_of_round on screening_return (district_code, organisation_id, campaign_id, from_date, to_date)
    where replaced_by is null and campaign_id is not null;

-- A committee was reminded of a return that it owes.
create table screening_chase (
    district_code    bigint not null,
    id               {id} not null,
    area_code        bigint not null,
    organisation_id  {id} not null,
    campaign_id      {id},
    from_date        {date} not null,
    to_date          {date} not null,
    account_id       {id} not null,
    note             text,
    at               {instant} not null,
    primary key (district_code, id)
) {partitioned};

-- Of what was this area reminded?
create index screening_chase_by_area on screening_chase (district_code, area_code, from_date);

-- Emerging signs (苗头性问题) found on a round; place, brief and what was done about it are erasable here.
create table screening_lead (
    district_code    bigint not null,
    id               {id} not null,
    town_code        bigint not null,
    village_code     bigint not null,
    organisation_id  {id} not null,
    account_id       {id} not null,
    campaign_id      {id},
    found_on         {date} not null,
    place            text,
    people           integer not null,
    brief            text,
    type             text not null,
    triggers         text not null,
    level            text not null,
    rules            text not null,
    recorded_at      {instant} not null,
    device_time      {instant},
    outcome          text,
    words            text,
    dispute_id       {id},
    decided_by       {id},
    decided_at       {instant},
    erased_on        {date},
    primary key (district_code, id)
) {partitioned};

-- The signs of a village, a town, a district, latest first.
create index screening_lead_in_village on screening_lead (village_code, found_on, id);
create index screening_lead_in_town on screening_lead (town_code, found_on, id);
create index screening_lead_in_district on screening_lead (district_code, found_on, id);
-- Which signs became this dispute?
create index screening_lead_of_dispute on screening_lead (district_code, dispute_id);

-- Whom to call in a district when a special plan runs.
create table plan_contacts (
    district_code  bigint not null,
    kind           text not null,
    contacts       text not null,
    saved_by       {id} not null,
    saved_at       {instant} not null,
    primary key (district_code, kind)
);

-- Who came to a front desk with what, and what other offices sent there. Seen by the desk's own office and those above it, never by the place that it is about.
-- Visitor, phone, brief and answers are erasable here.
create table desk_visit (
    district_code    bigint not null,
    id               {id} not null,
    town_code        bigint not null,
    village_code     bigint not null,
    organisation_id  {id} not null,
    account_id       {id} not null,
    area_code        bigint not null,
    kind             text not null,
    source           text not null,
    outside_number   text,
    received_on      {date} not null,
    due_on           {date},
    type             text,
    visitor          text,
    phone            text,
    brief            text,
    answer           text,
    state            text not null,
    dispute_id       {id},
    closed_by        {id},
    closed_at        {instant},
    feedback         text,
    feedback_on      {date},
    recorded_at      {instant} not null,
    erased_on        {date},
    primary key (district_code, id)
) {partitioned};

-- What another office sent is entered once.
create unique index desk_visit_outside_number on desk_visit (district_code, source, outside_number) where outside_number is not null;
-- The log of a village's, a town's, a district's desks, latest first.
create index desk_visit_in_village on desk_visit (village_code, received_on, id);
create index desk_visit_in_town on desk_visit (town_code, received_on, id);
create index desk_visit_in_district on desk_visit (district_code, received_on, id);
