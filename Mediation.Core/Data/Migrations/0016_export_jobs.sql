-- An export that takes longer than a request: asked for, written by one process at a time, whole or not there.
create table export_job (
    id               {id} not null primary key,
    district_code    bigint not null,
    account_id       {id} not null,
    organisation_id  {id} not null,
    kind             text not null,
    format           text not null,
    parameters       text not null,
    reason           text not null,
    cut_off          {instant} not null,
    state            text not null,
    attempts         integer not null,
    lease_id         {id},
    lease_until      {instant},
    done             integer not null,
    total            integer not null,
    file_name        text,
    content_type     text,
    bytes            bigint,
    sha256           text,
    failure          text,
    failure_text     text,
    finished_at      {instant},
    expires_at       {instant},
    swept_at         {instant}
);

-- Whose turn is it? What did this person ask for? Whose days are over?
create index export_job_unfinished on export_job (cut_off, id) where finished_at is null;
create index export_job_of_account on export_job (account_id, cut_off, id);
create index export_job_to_sweep on export_job (expires_at, id) where swept_at is null;

-- Return A (人民调解案件情况统计表) of a unit and month on its way up, as monthly_report is for the screening report.
create table justice_return (
    district_code    bigint not null,
    id               {id} not null,
    area_code        bigint not null,
    organisation_id  {id} not null,
    month            integer not null,
    state            text not null,
    parent_id        {id},
    body             text not null,
    figures          text,
    version          integer not null,
    primary key (district_code, id)
) {partitioned};

create unique index justice_return_of_unit on justice_return (district_code, month, area_code);

-- Each concluded case with which a unit submitted; of an earlier month it is a correction, and taken out again where `times` is less than nothing.
create table filed_case (
    district_code  bigint not null,
    report_id      {id} not null,
    town_code      bigint not null,
    village_code   bigint not null,
    dispute_id     {id} not null,
    of_month       integer not null,
    times          smallint not null,
    version        integer not null,
    type           text not null,
    source         text not null,
    referred_by    text,
    committee      integer not null,
    people         integer not null,
    success        smallint not null,
    difficult      smallint not null,
    fen            bigint not null,
    form           text,
    performed      smallint not null,
    applied        smallint not null,
    confirmed      smallint not null,
    primary key (district_code, report_id, dispute_id, of_month, times)
) {partitioned};

-- The same, sealed; nothing changes it ever again.
create table sealed_case (
    district_code  bigint not null,
    month          integer not null,
    town_code      bigint not null,
    village_code   bigint not null,
    dispute_id     {id} not null,
    of_month       integer not null,
    times          smallint not null,
    version        integer not null,
    type           text not null,
    source         text not null,
    referred_by    text,
    committee      integer not null,
    people         integer not null,
    success        smallint not null,
    difficult      smallint not null,
    fen            bigint not null,
    form           text,
    performed      smallint not null,
    applied        smallint not null,
    confirmed      smallint not null,
    primary key (district_code, month, dispute_id, of_month, times)
) {partitioned};

{append_only sealed_case(month, dispute_id, of_month, times)}

-- What was sealed for this dispute, and by which version of it? And for a place, in these months?
create index sealed_case_of_dispute on sealed_case (district_code, dispute_id, version);
create index sealed_case_in_village on sealed_case (district_code, village_code, month);

create table sealed_return (
    district_code  bigint not null,
    month          integer not null,
    area_code      bigint not null,
    report_id      {id} not null,
    figures        text not null,
    sealed_at      {instant} not null,
    primary key (district_code, month, area_code)
) {partitioned};

{append_only sealed_return(month, area_code)}
