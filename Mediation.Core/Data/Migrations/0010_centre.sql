-- What a committee found when it went round; a return of nothing found is filed and signed too (零报告). Campaigns and rounds come to it later.
create table screening_return (
    district_code     bigint not null,
    id                {id} not null,
    town_code         bigint not null,
    village_code      bigint not null,
    organisation_id   {id} not null,
    account_id        {id} not null,
    from_date         {date} not null,
    to_date           {date} not null,
    found             integer not null,
    resolved_on_spot  integer not null,
    signed_by         {id} not null,
    note              text,
    device_time       {instant},
    filed_at          {instant} not null,
    replaces          {id},
    reason            text,
    replaced_by       {id},
    primary key (district_code, id)
) {partitioned};

-- One valid return per committee and period.
create unique index screening_return_of_period on screening_return (district_code, organisation_id, from_date, to_date) where replaced_by is null;
-- The returns of a village, a town, a district, latest period first.
create index screening_return_in_village on screening_return (village_code, to_date, id);
create index screening_return_in_town on screening_return (town_code, to_date, id);
create index screening_return_in_district on screening_return (district_code, to_date, id);

-- Which dispute stands behind which number of the month, beside the tallies.
create table report_entry (
    district_code    bigint not null,
    town_code        bigint not null,
    village_code     bigint not null,
    dispute_id       {id} not null,
    month            integer not null,
    tier             text not null,
    category         integer not null,
    found            smallint not null,
    mediated         smallint not null,
    succeeded        smallint not null,
    major_found      smallint not null,
    major_mediated   smallint not null,
    major_succeeded  smallint not null,
    people           smallint not null,
    primary key (district_code, dispute_id, month, tier, category)
) {partitioned};

-- The month of a village, a town, a district.
create index report_entry_in_village on report_entry (village_code, month, dispute_id);
create index report_entry_in_town on report_entry (town_code, month, dispute_id);
create index report_entry_in_district on report_entry (district_code, month, dispute_id);
