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
