-- Numbers changes within a district. Drawn last in a transaction and locked until its commit, so that the order of numbers is the order of commits.
create table change_counter (
    district_code  bigint not null primary key,
    last           bigint not null
);

-- The last change of each dispute, for tablets that pull what is new.
create table dispute_change (
    district_code  bigint not null,
    dispute_id     {id} not null,
    town_code      bigint not null,
    village_code   bigint not null,
    number         bigint not null,
    version        integer not null,
    at             {instant} not null,
    primary key (district_code, dispute_id)
) {partitioned};

insert into dispute_change (district_code, dispute_id, town_code, village_code, number, version, at)
select district_code, id, town_code, village_code, row_number() over (partition by district_code order by received_at, id), version, received_at
from dispute;

insert into change_counter (district_code, last)
select district_code, count(*) from dispute group by district_code;

-- What changed in a village, a town, a district since a number?
create index dispute_change_in_village on dispute_change (district_code, village_code, number);
create index dispute_change_in_town on dispute_change (district_code, town_code, number);
create index dispute_change_in_district on dispute_change (district_code, number);

-- And what changed of the matters that concern an organisation?
alter table involvement add column number bigint not null default 0;

update involvement
set number = coalesce((
    select dispute_change.number from dispute_change
    where dispute_change.district_code = involvement.district_code and dispute_change.dispute_id = involvement.dispute_id), 0);

create index involvement_by_change on involvement (district_code, organisation_id, number);

-- What left an area (organisation: all zeros) or an organisation: its tablets put it away, and the history proves that they had it.
create table dispute_left (
    district_code    bigint not null,
    dispute_id       {id} not null,
    organisation_id  {id} not null,
    number           bigint not null,
    town_code        bigint not null,
    village_code     bigint not null,
    version          integer not null,
    primary key (district_code, dispute_id, organisation_id, number)
) {partitioned};

create index dispute_left_village on dispute_left (district_code, village_code, number);
create index dispute_left_town on dispute_left (district_code, town_code, number);
create index dispute_left_organisation on dispute_left (district_code, organisation_id, number);

-- Tablets. One belongs to the organisation that registered it; several people may use it.
create table device (
    id               {id} not null primary key,
    district_code    bigint not null,
    area_code        bigint not null,
    organisation_id  {id} not null,
    name             text not null,
    storage          text not null,
    app_version      text not null,
    registered_at    {instant} not null,
    last_contact_at  {instant} not null,
    last_sync_at     {instant},
    skew_seconds     integer,
    pending          integer not null default 0,
    attention        integer not null default 0,
    revoked_at       {instant},
    revoked_by       {id},
    revoked_reason   text
);

-- The tablets of a town, a district.
create index device_by_area on device (area_code, id);

create table device_account (
    device_id   {id} not null,
    account_id  {id} not null,
    added_at    {instant} not null,
    primary key (device_id, account_id)
);

-- What a tablet sent and was not simply carried out, or was decided by other rules than those in force.
create table sync_entry (
    district_code  bigint not null,
    command_id     {id} not null,
    device_id      {id} not null,
    account_id     {id} not null,
    kind           text not null,
    answer         text not null,
    code           text,
    rule_set       text,
    device_time    {instant},
    received_at    {instant} not null,
    primary key (district_code, command_id, device_id)
) {partitioned};

-- Commands of people who lost access while they were offline; their texts stand beside the journal line.
create table late_submission (
    district_code    bigint not null,
    id               {id} not null,
    dispute_id       {id} not null,
    sequence         bigint not null,
    kind             text not null,
    digest           {bytes} not null,
    account_id       {id} not null,
    organisation_id  {id} not null,
    device_id        {id} not null,
    device_time      {instant},
    received_at      {instant} not null,
    decision         text,
    reference        {id},
    decided_by       {id},
    decided_at       {instant},
    decided_sequence bigint,
    primary key (district_code, id)
) {partitioned};

-- What came late for this dispute, and what did this person send late?
create index late_submission_of_dispute on late_submission (district_code, dispute_id);
create index late_submission_of_account on late_submission (account_id, id);

-- Unsent work that a tablet wrote to a file, closed for its town.
create table sync_export (
    district_code  bigint not null,
    id             {id} not null,
    area_code      bigint not null,
    key_id         text not null,
    device_id      {id} not null,
    account_id     {id} not null,
    created_at     {instant} not null,
    sent_by        {id} not null,
    received_at    {instant} not null,
    body           text not null,
    opened_at      {instant},
    opened_by      {id},
    primary key (district_code, id)
) {partitioned};

create index sync_export_by_area on sync_export (area_code, id);

-- Which late submission has this id?
create index late_submission_by_id on late_submission (id);
